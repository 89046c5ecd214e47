using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data;
using SynthDataGen.Core.Data.Review;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Tests.Data.Review;

/// <summary>Pages of a few pairs with an even smaller "nearby": each page must decide whether it may end there.</summary>
public sealed class PairPagesTests(PagedPairs paged) : IClassFixture<PagedPairs>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static IReadOnlyList<PairQuery> Queries =>
    [
        new(), new() { Status = PairStatus.Pending }, new() { Status = PairStatus.Rejected, Difficulty = "hard" }, new() { Difficulty = "hard" }, new() { Flag = PairQuery.NoFlag }, new() { Flag = PairQuery.AnyFlag },
        new() { MinScore = 4 }, new() { MinScore = 2, MaxScore = 3, Difficulty = "hard" }, new() { RunId = PagedPairs.Runs[1] }, new() { RunId = PagedPairs.Runs[2], Type = QuestionTypes.Factual }, new() { DocumentId = PagedPairs.Documents[1] },
        new() { DocumentId = PagedPairs.Documents[2], RunId = PagedPairs.Runs[0] }, new() { Type = QuestionTypes.Procedure, Difficulty = "hard" }, new() { Reviewer = "ada" }, new() { Status = PairStatus.Pending, OpenTo = "ada" }, new() { Tag = "none" },
    ];

    [Theory]
    [InlineData(PairOrder.OldestFirst)]
    [InlineData(PairOrder.NewestFirst)]
    [InlineData(PairOrder.ByDocument)]
    [InlineData(PairOrder.DoubtfulFirst)]
    [InlineData(PairOrder.WorstFirst)]
    [InlineData(PairOrder.LastDecidedFirst)]
    public async Task Pages_are_complete_and_in_order_however_little_is_nearby(PairOrder order)
    {
        await using var db = paged.Open();
        foreach (var query in Queries)
        {
            var whole = await order.Of(query.Of(db, PagedPairs.Workspace)).Select(p => p.Id).ToListAsync(Token);
            foreach (var nearby in new[] { 5, 1_000 })
            {
                (await WalkAsync(db, new(db, PagedPairs.Workspace, query, order) { Nearby = nearby })).ShouldBe(whole, $"{query}, {nearby} nearby");
            }

            var few = whole.Where((_, place) => place % 3 == 1).ToList();
            (await WalkAsync(db, new(db, PagedPairs.Workspace, query, order) { Few = [.. few.Order()] })).ShouldBe(few, $"{query}, few");
        }
    }

    private static async Task<List<Guid>> WalkAsync(SynthDataGenDb db, PairPages pages)
    {
        const int Page = 5;
        var seen = new List<Guid>();
        Pair? last = null;
        List<Guid> page;
        do
        {
            page = await pages.FindAsync(last, Page, Token);
            seen.AddRange(page);
            last = await db.Pairs.AsNoTracking().SingleOrDefaultAsync(p => p.Id == page.LastOrDefault(), Token);
        }
        while (page.Count == Page && seen.Count <= PagedPairs.Count);
        return seen;
    }
}
