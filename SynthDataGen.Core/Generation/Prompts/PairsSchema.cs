using System.Text.Json;

namespace SynthDataGen.Core.Generation.Prompts;

/// <summary>The shape of a generator's answer.</summary>
public static class PairsSchema
{
    public static AnswerShape Shape { get; } = new(
        "pairs",
        """{"pairs":[{"question":"…","answer":"…","evidence":["verbatim quote", "…"],"type":"factual","difficulty":"easy|medium|hard"}]}""",
        JsonElement.Parse(
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
            """));
}
