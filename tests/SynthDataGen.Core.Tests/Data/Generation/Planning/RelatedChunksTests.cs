using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Data;
using SynthDataGen.Core.Data.Generation.Planning;
using SynthDataGen.Core.Generation.Contexts;
using SynthDataGen.Testing;

namespace SynthDataGen.Core.Tests.Data.Generation.Planning;

public sealed class RelatedChunksTests : IDbContextFactory<SynthDataGenDb>, IAsyncLifetime
{
    private DbContextOptions<SynthDataGenDb> options = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public SynthDataGenDb CreateDbContext() => new(options);

    public async ValueTask InitializeAsync() =>
        options = new DbContextOptionsBuilder<SynthDataGenDb>().UseNpgsql(await (await PostgresServer.Shared).CreateDatabaseAsync(cancellationToken: Token)).Options;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Chunks_that_share_rare_terms_are_related()
    {
        var relations = await FindAsync(
            "The hydraulic accumulator is charged with nitrogen.",
            "Visitors register at the gate and wear a badge.",
            "The cafeteria opens at noon on every working day.",
            "Before the accumulator is opened, the nitrogen is let off.");

        relations.Select(relation => (relation.One, relation.Other)).ShouldBe([(0, 3)]);
        relations[0].Weight.ShouldBeInRange(0.01, 0.99);
    }

    [Fact]
    public async Task The_rarer_the_terms_the_closer_the_relation()
    {
        string[] often = [.. Enumerable.Range(0, 4).Select(i => $"Inspectors review logbook{i}x, page{i}x.")];
        var relations = await FindAsync(["Impeller clearance measured yearly.", "", .. often.SelectMany(chunk => new[] { chunk, "" }), "Impeller clearance rattles loudly."]);

        relations.MaxBy(relation => relation.Weight)!.ShouldBe(relations.Single(relation => relation is { One: 0, Other: 10 }));
        relations.ShouldContain(relation => relation.One == 2 && relation.Other == 4);
    }

    [Fact]
    public async Task Terms_that_every_chunk_has_relate_no_chunks()
    {
        var relations = await FindAsync([.. Enumerable.Range(0, 20).Select(i => $"Every employee follows general safety rules, number{i}x.")]);

        relations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Adjacent_chunks_and_boilerplate_are_not_related()
    {
        const string Same = "The hydraulic accumulator is charged with nitrogen.";
        var chunks = Chunks(Same, Same, "Other words entirely.", Same).ToList();
        chunks[3] = new() { Ordinal = 3, Start = chunks[3].Start, End = chunks[3].End, Kind = ChunkKind.Index };

        (await new RelatedChunks(this).FindAsync(Text(Same, Same, "Other words entirely.", Same), chunks, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_chunk_has_few_relations_however_many_are_like_it()
    {
        var relations = await FindAsync([.. Enumerable.Range(0, 400).Select(i => $"The gasket{i / 6}x of boiler{i / 6}x is tested under pressure{i % 6}y.")]);

        relations.ShouldNotBeEmpty();
        relations.Count.ShouldBeLessThanOrEqualTo(400 * 8);
    }

    [Fact]
    public async Task Repeated_terms_make_chunks_closer()
    {
        var relations = await FindAsync(
            "The epoch is a number. An epoch compares versions; without an epoch the digits of versions compare.", "Cats.",
            "If an epoch is missing, the epoch is zero, and versions compare by digits.", "Dogs.", "Digits of a telephone extension and versions of it.");

        relations.MaxBy(relation => relation.Weight)!.Other.ShouldBe(2);
    }

    [Fact]
    public async Task Words_with_quotes_and_operators_are_plain_words()
    {
        var relations = await FindAsync("'); DROP TABLE chunks; -- zanzibar:* & quetzalcoatl", "", "", "zanzibar | !quetzalcoatl 𝔾 \\ '");

        relations.ShouldHaveSingleItem().Other.ShouldBe(3);
    }

    private Task<IReadOnlyList<Relation>> FindAsync(params string[] chunks) => new RelatedChunks(this).FindAsync(Text(chunks), Chunks(chunks), Token);

    private static string Text(params string[] chunks) => string.Join('\n', chunks);

    private static List<Chunk> Chunks(params string[] chunks)
    {
        var (found, at) = (new List<Chunk>(), 0);
        foreach (var chunk in chunks)
        {
            found.Add(new() { Ordinal = found.Count, Start = at, End = at + chunk.Length });
            at += chunk.Length + 1;
        }

        return found;
    }
}
