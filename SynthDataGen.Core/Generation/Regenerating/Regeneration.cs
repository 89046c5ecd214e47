namespace SynthDataGen.Core.Generation.Regenerating;

/// <summary>A pair that is to be written anew, and what a reviewer wants to be different.</summary>
/// <param name="Question">Its question as it stands.</param>
/// <param name="Answer">Its answer as it stands.</param>
/// <param name="Quotes">The words of the source that support the answer now.</param>
/// <param name="QuestionType">What kind of question it asks, and goes on to ask.</param>
/// <param name="Difficulty">How hard it is; null: unknown.</param>
/// <param name="Remark">What the reviewer says: "shorter", "about the exception".</param>
public sealed record Regeneration(
    string Question, string Answer, IReadOnlyList<string> Quotes, string QuestionType, string? Difficulty, string Remark)
{
    /// <summary>Longest remark, in characters.</summary>
    public const int MaxRemarkLength = 500;
}
