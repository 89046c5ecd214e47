using System.Text.Json;

namespace SynthDataGen.Core.Generation.Prompts;

/// <summary>The shape of a judge's answer. The note comes first: a model that has said what is wrong answers the questions after it better.</summary>
public static class JudgeSchema
{
    public static AnswerShape Shape { get; } = new(
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
