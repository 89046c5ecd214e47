using SynthDataGen.Client.Export;

namespace SynthDataGen.Web.Export;

/// <summary>A format as people choose it.</summary>
/// <param name="Name">What settings call it.</param>
/// <param name="Title">What its users call it.</param>
/// <param name="Row">What a row of it looks like, in a few words.</param>
/// <param name="LoadedBy">Who loads it.</param>
/// <param name="Packagings">How its files can lie together, the usual one first.</param>
/// <param name="Own">What only some formats let one choose.</param>
public sealed record ExportFormat(string Name, string Title, string Row, string LoadedBy, IReadOnlyList<string> Packagings, FormatChoice Own = FormatChoice.None)
{
    private static readonly string[] Plain = ["files"];
    private static readonly string[] Hub = ["files", "hugging-face"];
    private static readonly string[] Trainers = ["files", "hugging-face", "llama-factory"];

    /// <summary>All of them, the general ones first.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        new("json", "JSON", "all of each pair, in one document", "your own programs", Plain),
        new("jsonl", "JSON Lines", "a pair a line, fields of your choice", "datasets, pandas, DuckDB", Hub, FormatChoice.Fields),
        new("csv", "CSV", "a pair a row, fields of your choice", "Excel, pandas", Hub, FormatChoice.Fields),
        new("openai", "OpenAI chat", "messages: user, assistant", "OpenAI fine-tuning, TRL", Trainers, FormatChoice.System),
        new("sharegpt", "ShareGPT", "conversations: human, gpt", "LLaMA-Factory, Axolotl", Trainers, FormatChoice.System),
        new("alpaca", "Alpaca", "instruction, input, output", "LLaMA-Factory, Axolotl", Trainers, FormatChoice.System),
        new("prompt-completion", "Prompt and completion", "prompt, completion", "TRL SFTTrainer", Hub),
        new("dpo", "DPO", "prompt, chosen, rejected: from edits", "TRL DPOTrainer, LLaMA-Factory", Trainers),
        new("kto", "KTO", "prompt, completion, label: from decisions", "TRL KTOTrainer, LLaMA-Factory", Trainers),
        new("raft", "RAFT", "question, right and wrong contexts, answer", "training for retrieval", Hub, FormatChoice.Contexts),
        new("squad", "SQuAD 2.0", "context, question, where the answer stands", "question answering models", Plain),
    ];

    /// <summary>The format of that name; JSON where there is none.</summary>
    public static ExportFormat Of(string name) => All.FirstOrDefault(format => format.Name == name) ?? All[0];

    /// <summary>The settings without what this format does not have.</summary>
    public ExportSettings Fit(ExportSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings with
        {
            Format = Name,
            Packaging = Packagings.Skip(1).Contains(settings.Packaging) ? settings.Packaging : null,
            System = Own == FormatChoice.System ? settings.System : null,
            Fields = Own == FormatChoice.Fields ? settings.Fields : null,
            Distractors = Own == FormatChoice.Contexts ? settings.Distractors : null,
            OracleShare = Own == FormatChoice.Contexts ? settings.OracleShare : null,
        };
    }
}

/// <summary>What only some formats let one choose.</summary>
public enum FormatChoice
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Which fields a row has.</summary>
    Fields,

    /// <summary>A system message.</summary>
    System,

    /// <summary>How many other contexts stand beside the right one.</summary>
    Contexts,
}
