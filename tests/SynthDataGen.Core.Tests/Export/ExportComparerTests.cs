using FsCheck;
using FsCheck.Fluent;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Export.Building;
using SynthDataGen.Core.Storage;

namespace SynthDataGen.Core.Tests.Export;

public sealed class ExportComparerTests
{
    private static readonly Guid[] Runs = [.. Enumerable.Range(0, 4).Select(i => new Guid(i << 28 | 7, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10))];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_comparison_finds_what_sets_would_find() => Prop.ForAll(Indexes(), Indexes(), Compare).QuickCheckThrowOnFailure();

    [Fact]
    public async Task An_index_is_read_back_as_it_was_written()
    {
        var pair = new ExportedPair
        {
            Id = Guid.CreateVersion7(), Version = int.MaxValue, DocumentId = Guid.Empty, RevisionId = Guid.Empty, RunId = Runs[3], Context = int.MaxValue, Ordinal = int.MaxValue,
            Question = "How deep, \"roughly\"?", Answer = "Ten.", QuestionType = "", DocumentKey = "", Sha256 = "", Recipe = "", Generator = "", Model = "", Template = "", TemplateVersion = "",
        };
        using var folder = new BuildFolder(new() { Id = Guid.CreateVersion7(), Settings = new("json", new()), CreatedBy = "tester" });
        await using (var writer = new IndexWriter(folder.Begin(ExportIndex.FileName)))
        {
            await writer.WriteAsync(pair, Part.Validation, new('f', 64), Token);
            await writer.WriteAsync(pair with { Answer = "Nine." }, Part.Test, new('0', 64), Token);
            (await writer.CompleteAsync(Token)).Rows.ShouldBe(2);
        }

        await using var stream = folder.Open(ExportIndex.FileName);
        var rows = await ExportIndex.ReadAsync(stream, Token).ToListAsync(Token);

        rows[0].ShouldBe(new(pair.RunId, int.MaxValue, int.MaxValue, pair.Id, int.MaxValue, Part.Validation, new('f', 64), rows[0].Words));
        rows[1].Words.ShouldNotBe(rows[0].Words);
    }

    [Fact]
    public async Task The_digest_of_an_index_row_covers_question_and_answer()
    {
        var pair = Formats.SamplePairs.Plain;
        ExportedPair[] pairs = [pair, pair with { Question = "Why?" }, pair with { Answer = "No." }, pair with { Question = pair.Answer, Answer = pair.Question }];
        using var folder = new BuildFolder(new() { Id = Guid.CreateVersion7(), Settings = new("json", new()), CreatedBy = "tester" });
        await using (var writer = new IndexWriter(folder.Begin(ExportIndex.FileName)))
        {
            foreach (var one in pairs)
            {
                await writer.WriteAsync(one, Part.Train, new('f', 64), Token);
            }

            await writer.CompleteAsync(Token);
        }

        await using var stream = folder.Open(ExportIndex.FileName);
        (await ExportIndex.ReadAsync(stream, Token).Select(row => row.Words).Distinct().CountAsync(Token)).ShouldBe(pairs.Length);
    }

    [Fact]
    public void Only_keys_with_an_id_are_ours()
    {
        var id = Guid.CreateVersion7();
        StoreKeys.Hold($"exports/{id}/1/data.json").ShouldBeTrue();
        StoreKeys.Hold(StoreKeys.OfBenchmark(id)).ShouldBeTrue();
        new[] { "exports/2026/report.pdf", "exports.pdf", $"exports/{id}", $"exports/{id}.pdf", $"other/exports/{id}/x", "benchmarks/list.txt", "" }
            .ShouldAllBe(key => !StoreKeys.Hold(key));
    }

    private static void Compare(IReadOnlyList<IndexRow> older, IReadOnlyList<IndexRow> newer)
    {
        var found = ExportComparer.CompareAsync(older.ToAsyncEnumerable(), newer.ToAsyncEnumerable(), CancellationToken.None).GetAwaiter().GetResult();

        var (before, after) = (older.ToDictionary(row => row.PairId), newer.ToDictionary(row => row.PairId));
        var both = before.Keys.Intersect(after.Keys).ToList();
        found.Counts[DifferenceKind.Added].ShouldBe(after.Keys.Except(before.Keys).Count());
        found.Counts[DifferenceKind.Removed].ShouldBe(before.Keys.Except(after.Keys).Count());
        found.Counts[DifferenceKind.Changed].ShouldBe(both.Count(id => before[id].Words != after[id].Words));
        found.Counts[DifferenceKind.Moved].ShouldBe(both.Count(id => before[id].Part != after[id].Part));
        found.Examples.Count.ShouldBe((int)found.Counts.Values.Sum(count => Math.Min(count, 25)));
    }

    private static Arbitrary<IReadOnlyList<IndexRow>> Indexes() => Rows().ToArbitrary();

    private static Gen<IReadOnlyList<IndexRow>> Rows() =>
        from cells in (from run in Gen.Choose(0, Runs.Length - 1)
                       from context in Gen.Choose(0, 12)
                       from ordinal in Gen.Choose(0, 3)
                       from words in Gen.Choose(0, 2)
                       from part in Gen.Elements(Enum.GetValues<Part>())
                       select (run, context, ordinal, words, part)).ListOf()
        select (IReadOnlyList<IndexRow>)[.. cells.Select(RowOf).DistinctBy(row => row.PairId).Order(Comparer<IndexRow>.Create((one, other) => one.CompareOrderTo(other)))];

    private static IndexRow RowOf((int Run, int Context, int Ordinal, int Words, Part Part) cells) => new(
        Runs[cells.Run],
        cells.Context,
        cells.Ordinal,
        new Guid(cells.Run, (short)cells.Context, (short)cells.Ordinal, 0, 0, 0, 0, 0, 0, 0, 1),
        2,
        cells.Part,
        new string('a', 64),
        $"{cells.Words:x16}");
}
