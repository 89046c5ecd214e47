namespace SynthDataGen.Core.Generation.Checks;

/// <summary>The checks in code that every pair passes before a person sees it. Each may raise one flag; none drops a pair.</summary>
public static class PairChecks
{
    public const int MinQuestionWords = 3;
    public const int MinAnswerCharacters = 2;
    public const int MaxQuestionCharacters = 400;
    public const int MaxAnswerCharacters = 3_000;

    private static readonly (string Flag, Func<PairDraft, IReadOnlyList<Evidence>, bool> Raised)[] Checks =
    [
        (PairFlags.Ungrounded, (_, evidence) => evidence.Count == 0 || evidence.Any(e => e.Match == EvidenceMatch.Missing)),
        (PairFlags.NearEvidence, (_, evidence) => evidence.Any(e => e.Match == EvidenceMatch.Near)),
        (PairFlags.TooShort, (pair, _) => IsTooShort(pair)),
        (PairFlags.TooLong, (pair, _) => pair.Question.Length > MaxQuestionCharacters || pair.Answer.Length > MaxAnswerCharacters),
        (PairFlags.RefersToContext, (pair, _) => ContextReferences.In(pair)),
        (PairFlags.AnswerInQuestion, (pair, _) => GivenAway.In(pair)),
        (PairFlags.UnsupportedNumber, (pair, evidence) => Numbers.Unsupported(pair, evidence)),
    ];

    /// <summary>The flags of a pair, in a fixed order.</summary>
    public static IReadOnlyList<string> Of(PairDraft pair, IReadOnlyList<Evidence> evidence) =>
        [.. Checks.Where(check => check.Raised(pair, evidence)).Select(check => check.Flag)];

    private static bool IsTooShort(PairDraft pair) =>
        Words.In(pair.Question).Count < MinQuestionWords && pair.Question.Length < 12
        || pair.Answer.Count(char.IsLetterOrDigit) < MinAnswerCharacters && !pair.Answer.Any(char.IsAsciiDigit);
}
