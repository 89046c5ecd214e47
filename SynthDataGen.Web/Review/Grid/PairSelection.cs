namespace SynthDataGen.Web.Review.Grid;

/// <summary>The selected pairs: some by id, or all that match the filter, loaded or not.</summary>
public sealed class PairSelection
{
    /// <summary>The most that one decision can name; beyond that, the whole filter can be selected.</summary>
    public const int Most = 10_000;

    private readonly HashSet<Guid> ids = [];
    private int? anchor;

    /// <summary>Whether all pairs that match the filter are selected.</summary>
    public bool Whole { get; private set; }

    /// <summary>How many are selected by id.</summary>
    public int Count => ids.Count;

    /// <summary>Whether nothing is selected.</summary>
    public bool IsEmpty => !Whole && ids.Count == 0;

    /// <summary>The pairs selected by id.</summary>
    public IReadOnlyList<Guid> Ids => [.. ids];

    /// <summary>Whether a pair is selected.</summary>
    public bool Has(Guid id) => Whole || ids.Contains(id);

    /// <summary>The rows from the last clicked one to this one; null for this one alone.</summary>
    public (int Start, int Count)? Range(int row) => anchor is { } from ? (Math.Min(from, row), Math.Abs(from - row) + 1) : null;

    /// <summary>Selects or deselects a pair.</summary>
    public void Toggle(int row, Guid id)
    {
        anchor = row;
        if (!ids.Remove(id) && ids.Count < Most)
        {
            ids.Add(id);
        }
    }

    /// <summary>Selects these too, as many as one decision can name.</summary>
    public void Add(IEnumerable<Guid> more) => ids.UnionWith(more.Where(id => !ids.Contains(id)).Take(Most - ids.Count));

    /// <summary>Selects all pairs that match the filter.</summary>
    public void ChooseAll()
    {
        Clear();
        Whole = true;
    }

    /// <summary>Clears the selection.</summary>
    public void Clear()
    {
        ids.Clear();
        (anchor, Whole) = (null, false);
    }
}
