using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Benchmarks.Review;

/// <summary>
/// The pairs of a large workspace: runs over documents, types and flags of uneven frequency, scores, some decided on. Half of each
/// document's pairs contain a word of that document, so that words are spread unevenly over the orders.
/// </summary>
internal sealed class ManyPairs(Guid workspaceId, IReadOnlyList<(Guid Run, Guid Document, Guid Revision, Guid Item)> sources, bool areApproved = false)
{
    private const string Columns =
        "id, workspace_id, document_id, revision_id, run_id, run_item_id, context, ordinal, question, answer, evidence, question_type, difficulty, flags, tags, "
        + "judge_score, status, version, heading_path, generator_name, model, template, template_version, created_at, decided_by, decided_at";

    private static readonly string[] Types = [.. Repeat(QuestionTypes.All, 50, 15, 15, 12, 5, 2, 1)];
    private static readonly string[] Flags =
        [.. Repeat([PairFlags.Ungrounded, PairFlags.NearEvidence, PairFlags.Duplicate, PairFlags.UnsupportedName, PairFlags.TooLong, PairFlags.PersonalData, PairFlags.Stale], 20, 25, 30, 15, 7, 2, 1)];

    private readonly Zipf words = new();
    private readonly Random random = new(1);

    /// <summary>The word of a document.</summary>
    public static string WordOf(int document) => $"harbour{document}";

    public async Task SaveAsync(NpgsqlConnection connection, int first, int count, int all, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY pairs ({Columns}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        for (var i = first; i < first + count; i++)
        {
            await copy.StartRowAsync(cancellationToken);
            await WriteAsync(copy, i, all, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private async Task WriteAsync(NpgsqlBinaryImporter copy, int number, int all, CancellationToken cancellationToken)
    {
        var place = (int)((long)number * sources.Count / all);
        var source = sources[place];
        var inItem = number - (int)((long)place * all / sources.Count);
        var at = DateTimeOffset.UnixEpoch.AddDays(20_000).AddMilliseconds(number * 10L);
        var decided = areApproved ? PairStatus.Approved : random.Next(10) switch { 0 => PairStatus.Rejected, 1 or 2 => PairStatus.Approved, _ => PairStatus.Pending };
        var own = random.Next(2) == 0 ? $" {WordOf(place % 20)}" : "";
        var quote = words.Sentence(random, 12);
        object?[] values =
        [
            Guid.CreateVersion7(at), workspaceId, source.Document, source.Revision, source.Run, source.Item, inItem / 4, inItem,
            $"{words.Sentence(random, 9)}{own}?", $"{words.Sentence(random, 25)}.", $$"""[{"quote":"{{quote}}","start":0,"end":{{quote.Length}},"page":1,"match":0}]""",
            Types[random.Next(Types.Length)], random.Next(3) switch { 0 => "easy", 1 => "medium", _ => "hard" },
            random.Next(100) switch { < 15 => [Flag()], < 20 => new[] { Flag(), Flag() }.Distinct().ToArray(), _ => [] }, Array.Empty<string>(),
            random.Next(10) < 7 ? Math.Min(5, 1 + random.Next(7)) : null, decided.ToString(), decided == PairStatus.Pending ? 1 : 2, """["Chapter"]""",
            "model", "model-1", "default", "1", at, decided == PairStatus.Pending ? null : ReviewerName(random.Next(20)), decided == PairStatus.Pending ? null : at.AddDays(1),
        ];
        foreach (var (value, column) in values.Zip(Columns.Split(", ")))
        {
            await (value is null ? copy.WriteNullAsync(cancellationToken)
                : column is "evidence" or "heading_path" ? copy.WriteAsync((string)value, NpgsqlDbType.Jsonb, cancellationToken)
                : copy.WriteAsync(value, cancellationToken));
        }
    }

    /// <summary>The name of a reviewer.</summary>
    public static string ReviewerName(int number) => $"reviewer {number.ToString(CultureInfo.InvariantCulture)}";

    private string Flag() => Flags[random.Next(Flags.Length)];

    private static IEnumerable<string> Repeat(IReadOnlyList<string> values, params int[] times) => values.Zip(times).SelectMany(pair => Enumerable.Repeat(pair.First, pair.Second));
}
