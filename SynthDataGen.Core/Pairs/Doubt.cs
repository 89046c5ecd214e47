namespace SynthDataGen.Core.Pairs;

/// <summary>
/// How much a pair needs a look, in points: 10 for each flag, 10 more for each flag of a possible fault, 30 more for
/// each flag of a certain fault or harm, and 10 for each point that the judge's score is below the best. How its evidence
/// was found is among the flags. The database computes it whenever flags or score change, whoever changes them.
/// </summary>
public static class Doubt
{
    private const int Each = 10;
    private const int Suspicious = 10;
    private const int Grave = 30;

    /// <summary>The most points of a pair without flags: those for the lowest score.</summary>
    public const int MostWithoutFlags = Each * (Judgement.MaxScore - Judgement.MinScore);

    private static readonly string[] SuspiciousFlags =
    [
        PairFlags.NearEvidence, PairFlags.UnsupportedNumber, PairFlags.UnsupportedDate, PairFlags.UnsupportedName, PairFlags.WrongLanguage,
        PairFlags.Stale, PairFlags.IncompleteAnswer, PairFlags.UnclearQuestion,
    ];

    private static readonly string[] GraveFlags = [PairFlags.Ungrounded, PairFlags.NotAnswerable, PairFlags.PersonalData, PairFlags.Injection];

    /// <summary>The points, as PostgreSQL computes them from <c>flags</c> and <c>judge_score</c>.</summary>
    internal static string Sql { get; } =
        $"{Each} * cardinality(flags) + {Suspicious} * ({Count(SuspiciousFlags)}) + {Grave} * ({Count(GraveFlags)}) + coalesce({Each} * ({Judgement.MaxScore} - judge_score), 0)";

    private static string Count(string[] flags) => string.Join(" + ", flags.Select(flag => $"('{flag}' = ANY (flags))::int"));
}
