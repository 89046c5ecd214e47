using SynthDataGen.Core.Export;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Tests.Export.Formats;

/// <summary>Pairs to export.</summary>
internal static class SamplePairs
{
    /// <summary>Text that breaks what does not escape: quotes, line ends of all kinds, formulas, right-to-left marks, emoji, NUL, lone surrogates.</summary>
    public const string Hostile = "=SUM(\"A1\", 'B2')\r\n\u2028\u2029\u0085\0</script> \u202Eلا\u200F \U0001F469\u200D\U0001F680 \uD83D. \uDE00,;\t\\n\u00A0";

    public static ExportedPair Plain { get; } = new()
    {
        Id = Guid.CreateVersion7(),
        Version = 2,
        DocumentId = Guid.CreateVersion7(),
        RevisionId = Guid.CreateVersion7(),
        RunId = Guid.CreateVersion7(),
        Context = 3,
        Ordinal = 1,
        Question = "How long is the notice period?",
        Answer = "Three months.",
        Evidence = [new("a notice period of three months", 40, 71, 7, EvidenceMatch.Normalized)],
        QuestionType = QuestionTypes.Factual,
        Status = PairStatus.Approved,
        DocumentKey = "contracts/2025/lease.pdf",
        Sha256 = new('a', 64),
        HeadingPath = ["Terms", "Termination"],
        Recipe = "default",
        Generator = "extractive",
        Model = "extractive-1",
        Template = "extractive",
        TemplateVersion = "1",
        CreatedAt = new(2026, 11, 20, 9, 30, 0, 125, TimeSpan.Zero),
    };

    /// <summary>A pair with every optional part.</summary>
    public static ExportedPair Full { get; } = Plain with
    {
        Id = Guid.CreateVersion7(),
        Difficulty = "hard",
        Persona = "a new employee",
        Flags = ["stale", "near-evidence"],
        Tags = ["set A", "checked"],
        Stage = Core.Review.Second.ReviewStage.Adjudication,
        Assignee = "ana",
        ClusterId = Guid.CreateVersion7(),
        Judgement = new(4, true, true, false, "A »note«."),
        DecidedBy = "ben",
        DecidedAt = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero),
    };

    /// <summary>A pair whose every text is hostile.</summary>
    public static ExportedPair Nasty { get; } = Full with
    {
        Id = Guid.CreateVersion7(),
        Question = Hostile,
        Answer = Hostile + Hostile,
        Evidence = [new(Hostile, 0, Hostile.Length, 1, EvidenceMatch.Exact), new("", 5, 5, 2, EvidenceMatch.Missing)],
        DocumentKey = Hostile,
        HeadingPath = [Hostile, ""],
        Tags = [Hostile],
        Persona = Hostile,
    };
}
