using SynthDataGen.Core.Export.Formats.Rows;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Core.Export.Formats.Comprehension;

/// <summary>A pair as SQuAD 2.0 has it.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Context">What its question is asked of.</param>
/// <param name="Answer">Its answer; null: there is none.</param>
internal sealed record SquadQuestion(ExportedPair Pair, ContextJoin Context, SquadAnswer? Answer)
{
    /// <summary>Null: the pair has no context, or its answer and its evidence do not stand in it.</summary>
    public static SquadQuestion? Of(ExportedPair pair, ContextJoin context)
    {
        var answer = pair.QuestionType == QuestionTypes.Unanswerable ? null : SquadAnswer.Find(context, pair);
        return context.Text.Length == 0 || (answer is null && pair.QuestionType != QuestionTypes.Unanswerable) ? null : new(pair, context, answer);
    }
}
