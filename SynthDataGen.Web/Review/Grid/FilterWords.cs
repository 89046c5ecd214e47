using System.Globalization;
using SynthDataGen.Client.Generation;
using SynthDataGen.Client.Review;
using SynthDataGen.Web.Generation.Recipes;

namespace SynthDataGen.Web.Review.Grid;

/// <summary>Filters in words.</summary>
public static class FilterWords
{
    /// <summary>Question types.</summary>
    public static readonly IReadOnlyList<string> Types = [.. RecipeWords.Types.Select(type => type.Type)];

    /// <summary>Difficulties.</summary>
    public static readonly IReadOnlyList<string> Difficulties = ["easy", "medium", "hard"];

    /// <summary>The judge's scores.</summary>
    public static readonly IReadOnlyList<int> Scores = [1, 2, 3, 4, 5];

    /// <summary>Orders.</summary>
    public static readonly IReadOnlyList<(string Sort, string Word)> Sorts =
    [
        ("", "As generated"), ("-created", "Newest first"), ("document", "By document"), ("doubt", "Most doubtful first"), ("spread", "Types in turn"),
        ("judge", "Lowest score first"), ("-decided", "Last decided first"),
    ];

    /// <summary>A run's label, distinct from other runs.</summary>
    public static string Of(Run run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return string.Create(CultureInfo.InvariantCulture, $"{run.StartedAt:yyyy-MM-dd HH:mm} · {run.Recipe} · {run.Generator} · {run.Pairs:N0} pairs");
    }

    /// <summary>A day in UTC as date fields need it.</summary>
    public static string? Day(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The set parts of a filter, each with the filter without it. Status and document are left out; they are shown elsewhere.</summary>
    public static IEnumerable<(string Word, PairFilter Without)> Parts(PairFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new (object? Value, string Word, PairFilter Without)[]
        {
            (filter.Search, $"“{filter.Search}”", filter with { Search = null }),
            (filter.Flag, $"⚑ {FlagFilter.Word(filter.Flag)}", filter with { Flag = null }),
            (filter.RunId, "one run", filter with { RunId = null }),
            (filter.Type, $"type: {filter.Type}", filter with { Type = null }),
            (filter.Difficulty, $"difficulty: {filter.Difficulty}", filter with { Difficulty = null }),
            (filter.Reviewer, $"reviewer: {filter.Reviewer}", filter with { Reviewer = null }),
            (filter.MinScore, $"score ≥ {filter.MinScore}", filter with { MinScore = null }),
            (filter.MaxScore, $"score ≤ {filter.MaxScore}", filter with { MaxScore = null }),
            (filter.From, $"from {Day(filter.From)}", filter with { From = null }),
            (filter.To, $"to {Day(filter.To?.AddTicks(-1))}", filter with { To = null }),
            (filter.Tag, $"tag: {filter.Tag}", filter with { Tag = null }),
            (filter.ClusterId, "worded alike", filter with { ClusterId = null }),
            (filter.Stage, $"stage: {filter.Stage}", filter with { Stage = null }),
            (filter.Assignee, Assigned(filter.Assignee), filter with { Assignee = null }),
        }.Where(part => part.Value is not null and not "").Select(part => (part.Word, part.Without));
    }

    private static string Assigned(string? assignee) => assignee switch
    {
        AssigneePick.Me => "assigned to me",
        AssigneePick.Nobody => "assigned to nobody",
        _ => $"assigned to {assignee}",
    };
}
