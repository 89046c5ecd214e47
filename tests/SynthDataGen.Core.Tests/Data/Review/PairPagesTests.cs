using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data;
using SynthDataGen.Core.Data.Review;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Review;
using SynthDataGen.Core.Review.Second;
using SynthDataGen.Testing;

namespace SynthDataGen.Core.Tests.Data.Review;

/// <summary>Pages of a few pairs, where "nearby" is smaller still: each page has to tell whether it may end there.</summary>
public sealed class PairPagesTests : IAsyncLifetime
{
    private const int Pairs = 120;
    private static readonly Guid[] Runs = [.. Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7())];
    private static readonly Guid[] Documents = [.. Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7())];
    private static readonly Guid Workspace = Guid.CreateVersion7();

    private DbContextOptions<SynthDataGenDb> options = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static IReadOnlyList<PairQuery> Queries =>
    [
        new(), new(PairStatus.Pending), new(PairStatus.Rejected, Difficulty: "hard"), new(Difficulty: "hard"), new(Flag: PairQuery.NoFlag), new(Flag: PairQuery.AnyFlag),
        new(MinScore: 4), new(MinScore: 2, MaxScore: 3, Difficulty: "hard"), new(RunId: Runs[1]), new(RunId: Runs[2], Type: QuestionTypes.Factual), new(DocumentId: Documents[1]),
        new(DocumentId: Documents[2], RunId: Runs[0]), new(Type: QuestionTypes.Procedure, Difficulty: "hard"), new(Reviewer: "ada"), new(PairStatus.Pending) { OpenTo = "ada" }, new(Tag: "none"),
    ];

    public async ValueTask InitializeAsync()
    {
        // A replica checks no foreign keys, so that pairs need no documents.
        var database = await (await PostgresServer.Shared).CreateDatabaseAsync(cancellationToken: Token) + ";Options=-c session_replication_role=replica";
        options = new DbContextOptionsBuilder<SynthDataGenDb>().UseNpgsql(database).Options;
        await using var db = new SynthDataGenDb(options);
        await db.Database.MigrateAsync(Token);
        var random = new Random(7);
        db.AddRange(Enumerable.Range(0, Pairs).Select(number => NewPair(number, random)));
        await db.SaveChangesAsync(Token);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(PairOrder.OldestFirst)]
    [InlineData(PairOrder.NewestFirst)]
    [InlineData(PairOrder.ByDocument)]
    [InlineData(PairOrder.DoubtfulFirst)]
    [InlineData(PairOrder.WorstFirst)]
    [InlineData(PairOrder.LastDecidedFirst)]
    public async Task Pages_show_what_fits_in_its_order_however_little_is_nearby(PairOrder order)
    {
        await using var db = new SynthDataGenDb(options);
        foreach (var query in Queries)
        {
            var whole = await order.Of(query.Of(db, Workspace)).Select(p => p.Id).ToListAsync(Token);
            foreach (var nearby in new[] { 4, 20, 1_000 })
            {
                (await WalkAsync(db, query, order, nearby)).ShouldBe(whole, $"{query}, {nearby} nearby");
            }
        }
    }

    private static async Task<List<Guid>> WalkAsync(SynthDataGenDb db, PairQuery query, PairOrder order, int nearby)
    {
        const int Page = 3;
        var pages = new PairPages(db, Workspace, query, order) { Nearby = nearby };
        var seen = new List<Guid>();
        Pair? last = null;
        List<Guid> page;
        do
        {
            page = await pages.FindAsync(last, Page, Token);
            seen.AddRange(page);
            last = await db.Pairs.AsNoTracking().SingleOrDefaultAsync(p => p.Id == page.LastOrDefault(), Token);
        }
        while (page.Count == Page && seen.Count <= Pairs);
        return seen;
    }

    /// <summary>Most wait; those that were decided on stand apart.</summary>
    private static Pair NewPair(int number, Random random)
    {
        var pair = new Pair
        {
            Id = Guid.CreateVersion7(),
            WorkspaceId = Workspace,
            DocumentId = Documents[random.Next(3)],
            RunId = Runs[number * Runs.Length / Pairs],
            RunItemId = Guid.CreateVersion7(),
            Context = number / 4,
            Ordinal = number % 4,
            Question = $"What is item {number}?",
            Answer = "An item.",
            QuestionType = random.Next(3) == 0 ? QuestionTypes.Procedure : QuestionTypes.Factual,
            Difficulty = random.Next(4) == 0 ? "hard" : "easy",
            Flags = random.Next(4) switch { 0 => [PairFlags.Ungrounded], 1 => [PairFlags.TooLong], _ => [] },
            JudgeScore = random.Next(4) == 0 ? null : random.Next(1, 6),
            GeneratorName = "generator",
            Model = "model",
            Template = "template",
            TemplateVersion = "1",
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        if (random.Next(10) < 3)
        {
            pair.Decide(random.Next(3) == 0 ? Verdict.Reject(null) : Verdict.Approve, random.Next(2) == 0 ? "ada" : "ben", DateTimeOffset.UnixEpoch.AddMinutes(random.Next(20)));
        }

        return pair;
    }
}
