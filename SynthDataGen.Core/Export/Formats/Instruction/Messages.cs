using System.Text.Json;
using SynthDataGen.Core.Export.Formats.Rows;

namespace SynthDataGen.Core.Export.Formats.Instruction;

/// <summary>A pair as a conversation: the system message where there is one, the question, the answer.</summary>
/// <param name="List">What the list of messages is called.</param>
/// <param name="Role">What says who speaks.</param>
/// <param name="Content">What says what.</param>
/// <param name="User">Who asks.</param>
/// <param name="Assistant">Who answers.</param>
internal sealed record Messages(string List, string Role, string Content, string User, string Assistant)
{
    private const string System = "system";

    public Column Column => new(List, "the system message where there is one, the question, the answer") { Lists = 1, Fields = [new(Role, "who speaks"), new(Content, "what they say")] };

    public LlamaFactoryDataset LlamaFactory => new([("messages", List)])
    {
        Formatting = "sharegpt",
        Tags = [("role_tag", Role), ("content_tag", Content), ("user_tag", User), ("assistant_tag", Assistant), ("system_tag", System)],
    };

    public void Write(Utf8JsonWriter json, ExportedPair pair, string? system)
    {
        json.WriteStartArray(List);
        if (system is not null)
        {
            Write(json, System, system);
        }

        Write(json, User, pair.Question);
        Write(json, Assistant, pair.Answer);
        json.WriteEndArray();
    }

    private void Write(Utf8JsonWriter json, string role, string content)
    {
        json.WriteStartObject();
        json.WriteString(Role, role);
        json.WriteString(Content, content);
        json.WriteEndObject();
    }
}
