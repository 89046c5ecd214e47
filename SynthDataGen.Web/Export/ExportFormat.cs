using SynthDataGen.Client.Export;

namespace SynthDataGen.Web.Export;

/// <summary>A format that people can choose.</summary>
/// <param name="Name">Its name in settings.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Row">What a row of it looks like, in a few words.</param>
/// <param name="LoadedBy">The tools that load it.</param>
/// <param name="Packagings">Its possible packagings, the default first.</param>
/// <param name="Own">A choice that only some formats offer.</param>
public sealed record ExportFormat(string Name, string Title, string Row, string LoadedBy, IReadOnlyList<string> Packagings, FormatChoice Own = FormatChoice.None)
{
    private static readonly string[] Plain = ["files"];
    private static readonly string[] Hub = ["files", "hugging-face"];
    private static readonly string[] Trainers = ["files", "hugging-face", "llama-factory"];

    /// <summary>All of them, the general ones first.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        new("json", "JSON", "Everything about each pair: evidence, flags, provenance.", "your own programs", Plain),
        new("jsonl", "JSON Lines", "One pair per line, with the fields you choose.", "datasets, pandas, DuckDB", Hub, FormatChoice.Fields),
        new("csv", "CSV", "One pair per row, with the fields you choose.", "Excel, pandas", Plain, FormatChoice.Fields),
        new("openai", "OpenAI chat", "messages: the question as user, the answer as assistant.", "OpenAI fine-tuning, TRL", Trainers, FormatChoice.System),
        new("sharegpt", "ShareGPT", "conversations: the question from human, the answer from gpt.", "LLaMA-Factory, Axolotl", Trainers, FormatChoice.System),
        new("alpaca", "Alpaca", "instruction: the question; output: the answer.", "LLaMA-Factory, Axolotl", Trainers, FormatChoice.System),
        new("prompt-completion", "Prompt–completion", "prompt: the question; completion: the answer.", "TRL SFTTrainer", Trainers),
        new("dpo", "DPO", "prompt; chosen: the edited answer; rejected: the original answer.", "TRL, LLaMA-Factory", Trainers),
        new("kto", "KTO", "prompt, completion, label: approved or rejected.", "TRL, LLaMA-Factory", Trainers),
        new("raft", "RAFT", "question, the context that answers it among others, answer.", "training for retrieval", Hub, FormatChoice.Contexts),
        new("squad", "SQuAD 2.0", "context, question, and the answer's position in the context.", "question answering models", Hub),
    ];

    /// <summary>The format with that name; JSON if there is none.</summary>
    public static ExportFormat Of(string name) => All.FirstOrDefault(format => format.Name == name) ?? All[0];

    /// <summary>The settings without those that this format lacks.</summary>
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

/// <summary>A choice that only some formats offer.</summary>
public enum FormatChoice
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Which fields a row has.</summary>
    Fields,

    /// <summary>A system message.</summary>
    System,

    /// <summary>How many distractors accompany the oracle.</summary>
    Contexts,
}
