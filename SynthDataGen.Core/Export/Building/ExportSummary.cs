namespace SynthDataGen.Core.Export.Building;

/// <summary>Who and what the pairs of an export come from, counted as they are written.</summary>
public sealed class ExportSummary
{
    private readonly HashSet<Guid> documents = [];
    private readonly Dictionary<string, long> reviewers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> types = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Generator, string Model, string Template, string TemplateVersion, string Recipe), long> origins = [];
    private (Guid Run, int Context) last;

    /// <summary>The newest decision on any of them.</summary>
    public DateTimeOffset? NewestDecisionAt { get; private set; }

    /// <summary>Contexts that they were made from.</summary>
    public long Contexts { get; private set; }

    /// <summary>Documents that they were made from.</summary>
    public long Documents => documents.Count;

    /// <summary>Pairs by the person whose decision stands, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Reviewers => [.. reviewers.OrderBy(r => r.Key, StringComparer.Ordinal)];

    /// <summary>Pairs by question type, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Types => [.. types.OrderBy(t => t.Key, StringComparer.Ordinal)];

    /// <summary>Pairs by what wrote them.</summary>
    public IReadOnlyList<PairOrigin> Origins =>
        [.. origins.OrderBy(o => o.Key).Select(o => new PairOrigin(o.Key.Generator, o.Key.Model, o.Key.Template, o.Key.TemplateVersion, o.Key.Recipe, o.Value))];

    /// <summary>Counts a pair that was written.</summary>
    public void Add(ExportedPair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        documents.Add(pair.DocumentId);
        Count(types, pair.QuestionType);
        Count(origins, (pair.Generator, pair.Model, pair.Template, pair.TemplateVersion, pair.Recipe));
        if (last != (pair.RunId, pair.Context))
        {
            last = (pair.RunId, pair.Context);
            Contexts++;
        }

        if (pair.DecidedBy is { } by)
        {
            Count(reviewers, by);
        }

        NewestDecisionAt = pair.DecidedAt is { } at && (NewestDecisionAt is null || at > NewestDecisionAt) ? at : NewestDecisionAt;
    }

    private static void Count<TKey>(Dictionary<TKey, long> counts, TKey key)
        where TKey : notnull => System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
}

/// <summary>What wrote some pairs.</summary>
public sealed record PairOrigin(string Generator, string Model, string Template, string TemplateVersion, string Recipe, long Pairs);
