namespace SynthDataGen.Core.Pairs;

/// <summary>A judge's opinion of one pair. It never decides: it flags and ranks.</summary>
/// <param name="Score">1 (of no use) to 5 (to keep as it is); for ranking.</param>
/// <param name="Answerable">Whether the evidence supports the whole answer.</param>
/// <param name="Complete">Whether the answer is correct and leaves nothing out.</param>
/// <param name="Clear">Whether the question is clear to somebody who has not seen the text.</param>
/// <param name="Note">The worst fault, in a sentence; empty: none.</param>
public sealed record Judgement(int Score, bool Answerable, bool Complete, bool Clear, string Note)
{
    public const int MinScore = 1;
    public const int MaxScore = 5;

    /// <summary>Longest note, in characters; the rest of a longer one is left out.</summary>
    public const int MaxNoteLength = 500;

    /// <summary>The flags that it raises.</summary>
    public IEnumerable<string> Flags()
    {
        (bool Fine, string Flag)[] questions =
            [(Answerable, PairFlags.NotAnswerable), (Complete, PairFlags.IncompleteAnswer), (Clear, PairFlags.UnclearQuestion)];
        return questions.Where(question => !question.Fine).Select(question => question.Flag);
    }
}
