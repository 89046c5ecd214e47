using System.Text.Encodings.Web;
using System.Text.Json;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Prompts;

/// <summary>Fills the template that a judge is asked with: the text, and all pairs of it with their evidence.</summary>
public static class JudgePrompt
{
    // Pairs are read by a model, not by a browser: letters beyond ASCII stay as they are, and cost one token instead of six.
    internal static readonly JsonSerializerOptions Readable = new(JsonSerializerOptions.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Prompt For(GenerationRequest request, IReadOnlyList<GroundedPair> pairs)
    {
        ArgumentNullException.ThrowIfNull(request);
        var lines = string.Join('\n', pairs.Select((pair, i) => JsonSerializer.Serialize(ToJudge(pair, i + 1), Readable)));
        return PromptTemplate.Judge.Fill(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                // Of both, so that neither can close its fence.
                ["fence"] = PairsPrompt.FenceOf($"{request.Text}\n{lines}"),
                ["shape"] = JudgeSchema.Shape.InWords,
                ["document"] = PairsPrompt.OneLine(request.DocumentTitle),
                ["section"] = PairsPrompt.SectionOf(request),
                ["text"] = request.Text,
                ["pairs"] = lines,
            },
            JudgeSchema.Shape);
    }

    private static object ToJudge(GroundedPair pair, int number) => new
    {
        Pair = number,
        Type = pair.Draft.QuestionType,
        pair.Draft.Question,
        pair.Draft.Answer,
        Evidence = pair.Evidence.Select(evidence => evidence.Quote),
    };
}
