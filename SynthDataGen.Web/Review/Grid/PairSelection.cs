namespace SynthDataGen.Web.Review.Grid;

/// <summary>Which pairs are chosen: some by their ids, or all that fit the filter, loaded or not.</summary>
public sealed class PairSelection
{
    /// <summary>More cannot be named in one decision; the whole filter can be chosen instead.</summary>
    public const int Most = 10_000;

    private readonly HashSet<Guid> ids = [];
    private int? anchor;

    /// <summary>Whether all that fit the filter are chosen.</summary>
    public bool Whole { get; private set; }

    /// <summary>How many are chosen by their ids.</summary>
    public int Count => ids.Count;

    /// <summary>Whether none is chosen.</summary>
    public bool IsEmpty => !Whole && ids.Count == 0;

    /// <summary>Those chosen by their ids.</summary>
    public IReadOnlyList<Guid> Ids => [.. ids];

    /// <summary>Whether a pair is chosen.</summary>
    public bool Has(Guid id) => Whole || ids.Contains(id);

    /// <summary>The rows from the one that was clicked last to this one; null: this one alone.</summary>
    public (int Start, int Count)? Range(int row) => anchor is { } from ? (Math.Min(from, row), Math.Abs(from - row) + 1) : null;

    /// <summary>Chooses a pair, or no longer.</summary>
    public void Toggle(int row, Guid id)
    {
        anchor = row;
        if (!ids.Remove(id) && ids.Count < Most)
        {
            ids.Add(id);
        }
    }

    /// <summary>Chooses these too, as many as one decision can name.</summary>
    public void Add(IEnumerable<Guid> more) => ids.UnionWith(more.Where(id => !ids.Contains(id)).Take(Most - ids.Count));

    /// <summary>Chooses all that fit the filter.</summary>
    public void ChooseAll()
    {
        Clear();
        Whole = true;
    }

    /// <summary>Chooses none.</summary>
    public void Clear()
    {
        ids.Clear();
        (anchor, Whole) = (null, false);
    }
}
