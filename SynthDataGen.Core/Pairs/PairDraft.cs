namespace SynthDataGen.Core.Pairs;

/// <summary>A pair as the generator wrote it, before its quotes are looked up.</summary>
public sealed record PairDraft(string Question, string Answer, IReadOnlyList<string> Quotes, string QuestionType, string? Difficulty);

/// <summary>A pair with its evidence located and its flags raised, ready to be saved.</summary>
public sealed record GroundedPair(PairDraft Draft, IReadOnlyList<Evidence> Evidence, IReadOnlyList<string> Flags)
{
    /// <summary>The judge's opinion; null: it was not judged.</summary>
    public Judgement? Judgement { get; init; }
}
