using System.Text.Json;

namespace SynthDataGen.Core.Generation.Prompts;

/// <summary>The shape of a model's answer.</summary>
/// <param name="Name">The name of the schema for endpoints.</param>
/// <param name="InWords">An example on one line, in every prompt: an endpoint that ignores the schema has nothing else.</param>
/// <param name="Schema">The JSON schema. Strict mode requires every property and allows no others; some endpoints refuse bounds on lengths and counts.</param>
public sealed record AnswerShape(string Name, string InWords, JsonElement Schema)
{
    /// <summary>The shape of a generator's answer.</summary>
    public static AnswerShape Pairs { get; } = new(
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

    /// <summary>The shape of a judge's answer. The note comes first: a model that has said what is wrong answers the questions after it better.</summary>
    public static AnswerShape Judgements { get; } = new(
        "judgements",
        """{"judgements":[{"pair":1,"note":"…","answerable":true,"complete":true,"clear":true,"score":4}]}""",
        JsonElement.Parse(
            """
            {
              "type": "object",
              "properties": {
                "judgements": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "properties": {
                      "pair": { "type": "integer" },
                      "note": { "type": "string" },
                      "answerable": { "type": "boolean" },
                      "complete": { "type": "boolean" },
                      "clear": { "type": "boolean" },
                      "score": { "type": "integer", "enum": [1, 2, 3, 4, 5] }
                    },
                    "required": ["pair", "note", "answerable", "complete", "clear", "score"],
                    "additionalProperties": false
                  }
                }
              },
              "required": ["judgements"],
              "additionalProperties": false
            }
            """));
}
