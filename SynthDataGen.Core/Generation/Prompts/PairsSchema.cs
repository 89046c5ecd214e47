using System.Text.Json;

namespace SynthDataGen.Core.Generation.Prompts;

/// <summary>The shape of a generator's answer, as JSON schema and in a line of words for endpoints without schemas.</summary>
public static class PairsSchema
{
    public const string Name = "pairs";

    /// <summary>Said to every model: where the endpoint ignores the schema, these words are all there is.</summary>
    public const string InWords =
        """{"pairs":[{"question":"…","answer":"…","evidence":["verbatim quote", "…"],"type":"factual","difficulty":"easy|medium|hard"}]}""";

    // Strict mode wants every property required and nothing beyond them; bounds on lengths and counts are refused by some endpoints.
    public static JsonElement Json { get; } = JsonElement.Parse(
        """
        {
          "type": "object",
          "properties": {
            "pairs": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "question": { "type": "string" },
                  "answer": { "type": "string" },
                  "evidence": { "type": "array", "items": { "type": "string" } },
                  "type": { "type": "string", "enum": ["factual", "definition", "procedure", "reasoning", "comparison", "multi-hop", "unanswerable"] },
                  "difficulty": { "type": "string", "enum": ["easy", "medium", "hard"] }
                },
                "required": ["question", "answer", "evidence", "type", "difficulty"],
                "additionalProperties": false
              }
            }
          },
          "required": ["pairs"],
          "additionalProperties": false
        }
        """);
}
