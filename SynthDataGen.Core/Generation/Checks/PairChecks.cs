using SynthDataGen.Core.Generation.Checks.Leaks;
using SynthDataGen.Core.Generation.Checks.Support;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Checks;

/// <summary>The coded checks that every pair of a context goes through before a person sees it. Each may raise one flag; none drops a pair.</summary>
public sealed class PairChecks
{
    private readonly (string Flag, Func<PairDraft, IReadOnlyList<Evidence>, bool> Raised)[] checks;

    /// <param name="options">The bounds.</param>
    /// <param name="context">The text that the pairs were written from.</param>
    /// <param name="language">English name of the language wanted; null: that of the context.</param>
    public PairChecks(CheckOptions options, string context, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var wanted = language is null ? Languages.Of(context) : Languages.Known(language);
        var injected = Injection.In(context);
        var names = new Names(context);
        checks =
        [
            (PairFlags.Ungrounded, (_, evidence) => evidence.Count == 0 || evidence.Any(e => e.Match == EvidenceMatch.Missing)),
            (PairFlags.NearEvidence, (_, evidence) => evidence.Any(e => e.Match == EvidenceMatch.Near)),
            (PairFlags.TooShort, (pair, _) => WordingChecks.IsTooShort(pair)),
            (PairFlags.TooLong, (pair, _) => WordingChecks.IsTooLong(pair, options)),
            (PairFlags.RefersToContext, (pair, _) => ContextReferences.In(pair)),
            (PairFlags.AnswerInQuestion, (pair, _) => WordingChecks.GivesAnswerAway(pair)),
            (PairFlags.CopiedWording, (pair, evidence) => WordingChecks.CopiedShare(pair, evidence) > options.MaxCopiedWords),
            (PairFlags.UnsupportedNumber, (pair, evidence) => SupportOf(pair, evidence) is { } support && Numbers.Unsupported(pair.Answer, support)),
            (PairFlags.UnsupportedDate, (pair, evidence) => SupportOf(pair, evidence) is { } support && Dates.Unsupported(pair.Answer, support)),
            (PairFlags.UnsupportedName, (pair, evidence) => SupportOf(pair, evidence) is { } support && names.Unsupported(pair.Answer, support)),
            (PairFlags.WrongLanguage, (pair, _) => wanted is not null && Languages.Of($"{pair.Question} {pair.Answer}") is { } written && written != wanted),
            (PairFlags.PersonalData, PersonalData.In),
            (PairFlags.Injection, (pair, _) => injected || Injection.In($"{pair.Question}\n{pair.Answer}")),
        ];
    }

    /// <summary>The checks of a generator's pairs for a request.</summary>
    public static PairChecks For(Generator generator, GenerationRequest request, CheckOptions options)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(options);
        return new(options.For(generator), request.Text, request.Recipe.Language);
    }

    /// <summary>The flags of a pair, in a fixed order.</summary>
    public IReadOnlyList<string> Of(PairDraft pair, IReadOnlyList<Evidence> evidence) =>
        [.. checks.Where(check => check.Raised(pair, evidence)).Select(check => check.Flag)];

    /// <summary>What an answer may take its facts from: the quotes found, and the question. Null if none was found, which has a flag of its own.</summary>
    private static string? SupportOf(PairDraft pair, IReadOnlyList<Evidence> evidence)
    {
        var found = evidence.Where(e => e.Match != EvidenceMatch.Missing).Select(e => e.Quote).ToArray();
        return found.Length == 0 ? null : string.Join('\n', [.. found, pair.Question]);
    }
}
