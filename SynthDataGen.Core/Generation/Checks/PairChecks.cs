using SynthDataGen.Core.Generation.Checks.Language;
using SynthDataGen.Core.Generation.Checks.Leaks;
using SynthDataGen.Core.Generation.Checks.References;
using SynthDataGen.Core.Generation.Checks.Support;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Checks;

/// <summary>The checks in code that every pair of a context passes before a person sees it. Each may raise one flag; none drops a pair.</summary>
public sealed class PairChecks
{
    private readonly (string Flag, Func<PairDraft, IReadOnlyList<Evidence>, bool> Raised)[] checks;

    /// <param name="options">The bounds.</param>
    /// <param name="context">The text that the pairs were written from.</param>
    /// <param name="language">English name of the language that they are to be in; null: that of the context.</param>
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
            (PairFlags.TooShort, (pair, _) => Lengths.TooShort(pair)),
            (PairFlags.TooLong, (pair, _) => Lengths.TooLong(pair, options)),
            (PairFlags.RefersToContext, (pair, _) => ContextReferences.In(pair)),
            (PairFlags.AnswerInQuestion, (pair, _) => GivenAway.In(pair)),
            (PairFlags.CopiedWording, (pair, evidence) => CopiedWording.ShareOf(pair, evidence) > options.MaxCopiedWords),
            (PairFlags.UnsupportedNumber, (pair, evidence) => SupportedText.Of(pair, evidence) is { } support && Numbers.Unsupported(pair.Answer, support)),
            (PairFlags.UnsupportedDate, (pair, evidence) => SupportedText.Of(pair, evidence) is { } support && Dates.Unsupported(pair.Answer, support)),
            (PairFlags.UnsupportedName, (pair, evidence) => SupportedText.Of(pair, evidence) is { } support && names.Unsupported(pair.Answer, support)),
            (PairFlags.WrongLanguage, (pair, _) => wanted is not null && Languages.Of($"{pair.Question} {pair.Answer}") is { } written && written != wanted),
            (PairFlags.PersonalData, PersonalData.In),
            (PairFlags.Injection, (pair, _) => injected || Injection.In($"{pair.Question}\n{pair.Answer}")),
        ];
    }

    /// <summary>The checks of the pairs that a generator writes for a request.</summary>
    public static PairChecks For(Generator generator, GenerationRequest request, CheckOptions options)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(options);
        return new(options.For(generator), request.Text, request.Recipe.Language);
    }

    /// <summary>The flags of a pair, in a fixed order.</summary>
    public IReadOnlyList<string> Of(PairDraft pair, IReadOnlyList<Evidence> evidence) =>
        [.. checks.Where(check => check.Raised(pair, evidence)).Select(check => check.Flag)];
}
