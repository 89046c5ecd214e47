using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;
using SynthDataGen.Core.Review.Second;

namespace SynthDataGen.Core.Export.Formats.Rows;

/// <summary>The words that datasets use for states, the same as on the wire.</summary>
internal static class DatasetWords
{
    public static string Of(PairStatus status) => status switch
    {
        PairStatus.Pending => "pending",
        PairStatus.Approved => "approved",
        PairStatus.Rejected => "rejected",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A status without a word."),
    };

    public static string Of(EvidenceMatch match) => match switch
    {
        EvidenceMatch.Exact => "exact",
        EvidenceMatch.Normalized => "normalized",
        EvidenceMatch.Near => "near",
        EvidenceMatch.Missing => "missing",
        _ => throw new ArgumentOutOfRangeException(nameof(match), match, "A match without a word."),
    };

    public static string Of(Part part) => part switch
    {
        Part.Train => "train",
        Part.Validation => "validation",
        Part.Test => "test",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "A part without a word."),
    };

    /// <summary>Null: no second decision is due.</summary>
    public static string? Of(ReviewStage? stage) => stage switch
    {
        ReviewStage.Second => "second",
        ReviewStage.Adjudication => "adjudication",
        _ => null,
    };
}
