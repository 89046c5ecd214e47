using SynthDataGen.Client;
using SynthDataGen.Client.Review;
using SynthDataGen.Web.Review.Grid;
using SynthDataGen.Web.Tests.CannedApi;

namespace SynthDataGen.Web.Tests.Review.Grid;

public sealed class PairWindowTests
{
    private static readonly Pair Sample = new CannedData().Pairs[0];
    private readonly List<int> asked = [];
    private List<Guid> all = [.. Enumerable.Range(0, 1_030).Select(number => Numbered(number))];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_grows_by_a_page_until_the_end_is_known()
    {
        var window = New();
        await window.ReadAsync(0, 20, Token);
        window.Length.ShouldBe(200);
        var last = await window.ReadAsync(1_000, 100, Token);
        (window.Length, window.IsWhole, last.Count, window.Next).ShouldBe((1_030, true, 30, null));
    }

    [Fact]
    public async Task Rows_across_pages_come_in_their_order()
    {
        var read = await New().ReadAsync(95, 210, Token);
        read.Select(pair => pair.Id).ShouldBe(all.Skip(95).Take(210));
    }

    [Fact]
    public async Task Only_the_last_pages_are_kept()
    {
        var window = New();
        await window.ReadAsync(0, 1_030, Token);
        asked.Clear();
        await window.ReadAsync(1_000, 30, Token);
        asked.ShouldBeEmpty();
        (await window.ReadAsync(0, 1, Token))[0].Id.ShouldBe(all[0]);
        asked.ShouldBe([0]);
    }

    [Fact]
    public async Task Removed_rows_are_noticed_when_the_page_is_reread()
    {
        var window = New();
        await window.ReadAsync(0, 1_030, Token);
        all = [.. all.Skip(3)];
        window.Forget();
        (await window.ReadAsync(0, 300, Token)).Select(pair => pair.Id).ShouldBe(all.Take(300));
        await window.ReadAsync(1_000, 100, Token);
        window.Length.ShouldBe(1_027);
    }

    [Fact]
    public async Task Rows_added_at_the_end_are_found()
    {
        var window = New();
        await window.ReadAsync(1_000, 30, Token);
        all.AddRange(Enumerable.Range(1_030, 200).Select(number => Numbered(number)));
        window.Forget();
        await window.ReadAsync(1_000, 30, Token);
        window.Length.ShouldBe(1_200);
    }

    [Fact]
    public async Task A_list_too_long_for_a_browser_continues_in_another()
    {
        all = [.. Enumerable.Range(0, (PairWindow.MostPages * PairWindow.PageSize) + 1).Select(number => Numbered(number))];
        var window = New();
        await window.ReadAsync((PairWindow.MostPages - 1) * PairWindow.PageSize, 100, Token);
        (window.Length, window.Next).ShouldBe((200_000, all[199_999].ToString()));
        var next = New(window.Next);
        (await next.ReadAsync(0, 10, Token)).ShouldHaveSingleItem().Id.ShouldBe(all[^1]);
    }

    [Fact]
    public async Task A_long_answer_is_not_kept_whole()
    {
        var window = new PairWindow((mark, token) => Task.FromResult(new Page<Pair>([Sample with { Answer = new string('x', 399) + "😀" + new string('y', 100_000) }], null)));
        (await window.ReadAsync(0, 1, Token))[0].Answer.ShouldBe(new string('x', 399) + "…");
    }

    private static Guid Numbered(int number) => new(number, 0, 0, new byte[8]);

    private PairWindow New(string? begin = null) => new(Load, begin);

    /// <summary>A mark is the last row's id, as the Api has it.</summary>
    private Task<Page<Pair>> Load(string? mark, CancellationToken token)
    {
        var start = mark is null ? 0 : all.BinarySearch(Guid.Parse(mark)) + 1;
        asked.Add(start);
        var items = all.GetRange(start, Math.Min(PairWindow.PageSize, all.Count - start)).ConvertAll(id => Sample with { Id = id });
        return Task.FromResult(new Page<Pair>(items, start + items.Count < all.Count ? items[^1].Id.ToString() : null));
    }
}
