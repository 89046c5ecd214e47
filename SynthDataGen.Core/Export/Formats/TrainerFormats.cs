using System.Text.Json;
using SynthDataGen.Core.Export.Formats.Rows;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Export.Formats;

/// <summary>The formats of common trainers.</summary>
internal static class TrainerFormats
{
    private static readonly TrainerField Prompt = Text("prompt", "the question", "prompt", static pair => pair.Question);
    private static readonly TrainerField Completion = Text("completion", "the answer", "response", static pair => pair.Answer);
    private static readonly ChatMessages Human = new("conversations", "from", "value", "human", "gpt");
    private static readonly ChatMessages User = new("messages", "role", "content", "user", "assistant");

    /// <summary>
    /// Instruction, input and output, as in <c>alpaca_data.json</c> of Stanford Alpaca: one array, or lines where the packaging needs them. The question is
    /// the instruction and the input is empty. <c>system</c> is a column that LLaMA-Factory adds.
    /// </summary>
    public static TrainerFormat Alpaca { get; } = new(
        "alpaca",
        Text("instruction", "the question", "prompt", static pair => pair.Question),
        Text("input", "always empty", "query", static _ => ""),
        Text("output", "the answer", "response", static pair => pair.Answer),
        new(new("system", "the system message"), "system", static (json, _, system) => json.WriteString("system"u8, system)) { OnlyWithSystem = true })
    {
        IsArray = true,
    };

    /// <summary>
    /// Conversations of <c>from</c> and <c>value</c> between <c>human</c> and <c>gpt</c>, as FastChat and LLaMA-Factory read them: one array with <c>id</c>
    /// (FastChat's data/dummy_conversation.json), or lines where the packaging needs them.
    /// </summary>
    public static TrainerFormat ShareGpt { get; } = new(
        "sharegpt",
        new(new("id", "the pair's id"), null, static (json, pair, _) => json.WriteString("id"u8, pair.Id)),
        Human.Field)
    {
        IsArray = true,
        Messages = Human,
    };

    /// <summary>
    /// The input of OpenAI's fine-tuning endpoint: a line per conversation, with <c>messages</c> of <c>role</c> and <c>content</c> and nothing else
    /// (guides/supervised-fine-tuning; the checks of the cookbook's "Data preparation and analysis for chat model fine-tuning"), so provenance goes into a
    /// sidecar. Messages must not be empty: such a pair cannot be held. The endpoint needs at least ten examples.
    /// </summary>
    public static TrainerFormat OpenAi { get; } = new("openai", User.Field)
    {
        Messages = User,
        CarriesProvenance = false,
        Fits = static pair => HasWords(pair.Question) && HasWords(pair.Answer),
    };

    /// <summary>
    /// The prompt-completion type of TRL in its standard format (trl/dataset_formats), for SFTTrainer, which joins both as they are and ignores other
    /// columns. To apply the model's chat template, use <c>openai</c>, the conversational format that TRL reads too.
    /// </summary>
    public static TrainerFormat PromptCompletion { get; } = new("prompt-completion", Prompt, Completion);

    /// <summary>
    /// The preference type of TRL in its standard format (trl/dataset_formats), for DPOTrainer: the edited answer is chosen over the generated one. A pair
    /// whose answer nobody changed cannot be held.
    /// </summary>
    public static TrainerFormat Dpo { get; } = new(
        "dpo",
        Prompt,
        Text("chosen", "the answer as edited", "chosen", static pair => pair.Answer),
        Text("rejected", "the answer as generated", "rejected", static pair => pair.OriginalAnswer))
    {
        Needs = FormatNeeds.OriginalAnswer,
        IsRanking = true,
        Fits = static pair => pair.OriginalAnswer is { } original && original != pair.Answer,
    };

    /// <summary>
    /// The unpaired preference type of TRL in its standard format (trl/dataset_formats), for KTOTrainer: true is an approved answer, false a rejected one. A
    /// pair without a decision cannot be held.
    /// </summary>
    public static TrainerFormat Kto { get; } = new(
        "kto",
        Prompt,
        Completion,
        new(new("label", "whether it was approved") { Type = Column.Bool }, "kto_tag", static (json, pair, _) => json.WriteBoolean("label"u8, pair.Status == PairStatus.Approved)))
    {
        TakesRejected = true,
        Fits = static pair => pair.Status != PairStatus.Pending,
    };

    /// <summary>Whether Python's <c>strip</c>, with which OpenAI checks messages, leaves anything: it also strips the separators U+001C to U+001F.</summary>
    private static bool HasWords(string text) => text.Any(letter => !char.IsWhiteSpace(letter) && letter is not (>= '\u001C' and <= '\u001F'));

    private static TrainerField Text(string name, string meaning, string llamaFactory, Func<ExportedPair, string?> value)
    {
        var encoded = JsonEncodedText.Encode(name);
        return new(new(name, meaning), llamaFactory, (json, pair, _) => json.WriteString(encoded, value(pair)));
    }
}

/// <summary>A field of a trainer's rows.</summary>
/// <param name="Column">Its name, meaning and type.</param>
/// <param name="LlamaFactory">LLaMA-Factory's name for it; null: it has none.</param>
/// <param name="Write">Writes it, given the system message.</param>
internal sealed record TrainerField(Column Column, string? LlamaFactory, Action<Utf8JsonWriter, ExportedPair, string?> Write)
{
    /// <summary>Whether rows without a system message lack it.</summary>
    public bool OnlyWithSystem { get; init; }
}

/// <summary>A format whose rows have the few fields that a trainer documents, then the provenance.</summary>
internal sealed class TrainerFormat(string name, params IReadOnlyList<TrainerField> fields) : JsonRowsFormat
{
    public override string Name => name;

    /// <summary>Whether a pair has what the trainer needs.</summary>
    public Func<ExportedPair, bool> Fits { get; init; } = static _ => true;

    /// <summary>Whether each row has a better and a worse answer.</summary>
    public bool IsRanking { get; init; }

    /// <summary>The messages of its rows; null: it has none.</summary>
    public ChatMessages? Messages { get; init; }

    public override bool Holds(ExportedPair pair) => Fits(pair);

    public override IReadOnlyList<Column> ColumnsIn(ExportSettings settings) =>
        [.. FieldsIn(settings).Select(field => field.Column), .. CarriesProvenance ? (Column[])[JsonFieldSink.Provenance] : []];

    public override LlamaFactoryDataset LlamaFactoryIn(ExportSettings settings) => new([.. FieldsIn(settings).Where(field => field.LlamaFactory is not null).Select(field => (field.LlamaFactory!, field.Column.Name))])
    {
        Formatting = Messages is null ? "alpaca" : "sharegpt",
        IsRanking = IsRanking,
        Tags = Messages?.Tags ?? [],
    };

    public override Action<ExportedPair> RowsTo(Utf8JsonWriter json, ExportSettings settings, DatasetFile file)
    {
        var (sink, columns, system) = (new JsonFieldSink(json), FieldsIn(settings), settings.System);
        return pair =>
        {
            foreach (var field in columns)
            {
                field.Write(json, pair, system);
            }

            if (CarriesProvenance)
            {
                sink.WriteProvenance(pair);
            }
        };
    }

    private TrainerField[] FieldsIn(ExportSettings settings) => [.. fields.Where(field => !field.OnlyWithSystem || settings.System is not null)];
}

/// <summary>A pair as a conversation: the system message if there is one, the question, the answer.</summary>
/// <param name="List">The name of the list of messages.</param>
/// <param name="Role">The name of the field that says who speaks.</param>
/// <param name="Content">The name of the field for what they say.</param>
/// <param name="Asker">The role that asks.</param>
/// <param name="Answerer">The role that answers.</param>
internal sealed record ChatMessages(string List, string Role, string Content, string Asker, string Answerer)
{
    private const string System = "system";

    public TrainerField Field => new(
        new(List, "the system message where there is one, the question, the answer") { Lists = 1, Fields = [new(Role, "who speaks"), new(Content, "what they say")] },
        "messages",
        Write);

    /// <summary>How LLaMA-Factory reads a message.</summary>
    public IReadOnlyList<(string Theirs, string Ours)> Tags =>
        [("role_tag", Role), ("content_tag", Content), ("user_tag", Asker), ("assistant_tag", Answerer), ("system_tag", System)];

    private void Write(Utf8JsonWriter json, ExportedPair pair, string? system)
    {
        json.WriteStartArray(List);
        if (!string.IsNullOrWhiteSpace(system))
        {
            Write(json, System, system);
        }

        Write(json, Asker, pair.Question);
        Write(json, Answerer, pair.Answer);
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
