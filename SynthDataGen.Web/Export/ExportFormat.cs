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
        new("json", "JSON", "All there is of each pair: evidence, flags, provenance.", "your own programs", Plain),
        new("jsonl", "JSON Lines", "A pair a line, with the fields that you choose.", "datasets, pandas, DuckDB", Hub, FormatChoice.Fields),
        new("csv", "CSV", "A pair a row, with the fields that you choose.", "Excel, pandas", Plain, FormatChoice.Fields),
        new("openai", "OpenAI chat", "messages: the question as user, the answer as assistant.", "OpenAI fine-tuning, TRL", Trainers, FormatChoice.System),
        new("sharegpt", "ShareGPT", "conversations: the question from human, the answer from gpt.", "LLaMA-Factory, Axolotl", Trainers, FormatChoice.System),
        new("alpaca", "Alpaca", "instruction: the question; output: the answer.", "LLaMA-Factory, Axolotl", Trainers, FormatChoice.System),
        new("prompt-completion", "Prompt–completion", "prompt: the question; completion: the answer.", "TRL SFTTrainer", Trainers),
        new("dpo", "DPO", "prompt, chosen: an edited answer, rejected: as it was before.", "TRL, LLaMA-Factory", Trainers),
        new("kto", "KTO", "prompt, completion, label: approved or rejected.", "TRL, LLaMA-Factory", Trainers),
        new("raft", "RAFT", "question, the context that answers it among others, answer.", "training for retrieval", Hub, FormatChoice.Contexts),
        new("squad", "SQuAD 2.0", "context, question, and where in the context the answer stands.", "question answering models", Hub),
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
