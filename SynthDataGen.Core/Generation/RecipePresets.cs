using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation;

/// <summary>Settings to start a recipe with.</summary>
/// <param name="Name">Its name, as people see it.</param>
/// <param name="Purpose">When to use it, in a sentence.</param>
public sealed record RecipePreset(string Name, string Purpose, RecipeSettings Settings);

/// <summary>The presets that ship with the product.</summary>
public static class RecipePresets
{
    public static IReadOnlyList<RecipePreset> All { get; } =
    [
        new("Balanced", "A bit of everything: a sound start for fine-tuning and for evaluation.", new()),
        new(
            "FAQ",
            "What customers and colleagues ask first, with short plain answers.",
            new()
            {
                Types = [QuestionTypes.Factual, QuestionTypes.Procedure],
                AnswerLength = AnswerLength.Medium,
                AnswerStyle = "plain and friendly, as on a help page; no jargon that the question does not use",
                Persona = "somebody who is new to the subject and needs a quick, practical answer",
            }),
        new(
            "Procedures",
            "How something is done, step by step, for assistants that guide people through a task.",
            new()
            {
                Types = [QuestionTypes.Procedure],
                AnswerLength = AnswerLength.Detailed,
                AnswerStyle = "numbered steps in their order, with the conditions that the text names",
                Persona = "an employee who has to carry out the task today",
                ContextTokens = 1_800,
            }),
        new(
            "Exam",
            "Questions that tell whether somebody has understood the text, most of them demanding.",
            new()
            {
                Types = [QuestionTypes.Reasoning, QuestionTypes.Comparison, QuestionTypes.MultiHop, QuestionTypes.Definition],
                Difficulty = new(10, 40, 50),
                MultiHopShare = 25,
                Persona = "an examiner who wants to see understanding rather than recall",
                ContextTokens = 1_800,
            }),
        new(
            "Objection handling",
            "A customer's objection, and a reply that rests on the document alone.",
            new()
            {
                Types = [QuestionTypes.Reasoning],
                AnswerLength = AnswerLength.Medium,
                AnswerStyle = "a courteous reply that takes the objection seriously and answers it with facts from the text",
                Persona = "a sceptical customer who doubts the offer, its price, its terms or its safety, in everyday speech",
                Instructions = "Write each question as an objection that such a customer would voice. Leave out objections that the text cannot answer.",
            }),
        new(
            "Unanswerable mix",
            "Mostly ordinary questions, and some that the text does not answer: for models that should say so.",
            new() { Types = [QuestionTypes.Factual, QuestionTypes.Procedure, QuestionTypes.Reasoning, QuestionTypes.Unanswerable], PairsPerContext = 5 }),
    ];
}
