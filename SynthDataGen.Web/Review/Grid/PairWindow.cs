using SynthDataGen.Client;
using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Review.Grid;

/// <summary>Pairs of a list by row number, although the Api only knows "the next page after this pair".</summary>
/// <remarks>
/// It remembers where each visited page starts and keeps the last few pages, so that a circuit holds a few hundred rows however far a person
/// scrolls.
/// </remarks>
/// <param name="load">Loads the page after a mark.</param>
/// <param name="begin">The mark after which the list starts; null for its first pair.</param>
public sealed class PairWindow(Func<string?, CancellationToken, Task<Page<Pair>>> load, string? begin = null)
{
    /// <summary>Rows per page.</summary>
    public const int PageSize = 100;

    /// <summary>The pages after which a new list starts: a browser draws nothing beyond 17.9 million pixels.</summary>
    public const int MostPages = 2_000;

    private const int Kept = 6;
    private const int MostShown = 400;

    private readonly List<string?> marks = [begin];
    private readonly LinkedList<(int Number, IReadOnlyList<Pair> Rows)> pages = [];
    private int? total;

    /// <summary>How many rows to scroll: the known ones, and one more page while more follow.</summary>
    public int Length => total ?? Math.Min(marks.Count, MostPages) * PageSize;

    /// <summary>Whether the last row is known.</summary>
    public bool IsWhole => total is not null;

    /// <summary>Where the next list starts, if this one is full and more follow.</summary>
    public string? Next => marks.Count > MostPages ? marks[MostPages] : null;

    /// <summary>These rows; fewer at the end of the list.</summary>
    public async Task<IReadOnlyList<Pair>> ReadAsync(int start, int count, CancellationToken cancellationToken)
    {
        var rows = new List<Pair>();
        for (var number = start / PageSize; number * PageSize < start + count && number < MostPages; number++)
        {
            rows.AddRange(await PageAsync(number, cancellationToken));
        }

        return [.. rows.Skip(start % PageSize).Take(count)];
    }

    /// <summary>Drops the kept pages, which may be out of date.</summary>
    public void Forget() => pages.Clear();

    private async Task<IReadOnlyList<Pair>> PageAsync(int number, CancellationToken cancellationToken)
    {
        while (marks.Count <= number && total is null)
        {
            await LoadAsync(marks.Count - 1, cancellationToken);
        }

        if (number >= marks.Count)
        {
            return [];
        }

        return pages.FirstOrDefault(page => page.Number == number).Rows ?? await LoadAsync(number, cancellationToken);
    }

    private async Task<IReadOnlyList<Pair>> LoadAsync(int number, CancellationToken cancellationToken)
    {
        var page = await load(marks[number], cancellationToken);
        IReadOnlyList<Pair> rows = [.. page.Items.Select(Shown)];
        GoOn(number, rows.Count, page.Next);
        pages.AddFirst((number, rows));
        if (pages.Count > Kept)
        {
            pages.RemoveLast();
        }

        return rows;
    }

    /// <summary>Records what follows. If that has changed, pairs were added or removed, and everything after it must be found again.</summary>
    private void GoOn(int number, int rows, string? next)
    {
        if (number + 1 < marks.Count && marks[number + 1] != next)
        {
            marks.RemoveRange(number + 1, marks.Count - number - 1);
            Drop(number + 1);
        }

        if (next is null)
        {
            total = number * PageSize + rows;
        }
        else if (number + 1 == marks.Count)
        {
            marks.Add(next);
            total = null;
        }
    }

    private void Drop(int from)
    {
        foreach (var page in pages.Where(page => page.Number >= from).ToList())
        {
            pages.Remove(page);
        }
    }

    /// <summary>The parts of a pair that a row shows; an answer may have 100,000 characters.</summary>
    private static Pair Shown(Pair pair) => pair with
    {
        Question = Cut(pair.Question), Answer = Cut(pair.Answer), Evidence = [.. pair.Evidence.Take(1).Select(one => one with { Quote = "" })],
    };

    private static string Cut(string text) => text.Length <= MostShown ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[MostShown - 1]) ? MostShown - 1 : MostShown), "…");
}
