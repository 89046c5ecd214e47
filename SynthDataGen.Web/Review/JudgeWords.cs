using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Review;

/// <summary>A judgement in words.</summary>
public static class JudgeWords
{
    /// <summary>"Judge: 3 of 5 · It leaves two cases out."</summary>
    public static string Sentence(Judgement judgement) => $"Judge: {judgement.Score} of 5{(judgement.Note.Length > 0 ? $" · {judgement.Note}" : "")}";
}
