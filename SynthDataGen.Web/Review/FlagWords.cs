using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Review;

/// <summary>What the flags mean, in words.</summary>
public static class FlagWords
{
    /// <summary>The flags by their names for people.</summary>
    public static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ungrounded"] = "Ungrounded", ["near-evidence"] = "Near evidence", ["duplicate"] = "Duplicate", ["too-short"] = "Too short", ["too-long"] = "Too long",
        ["refers-to-context"] = "Refers to context", ["answer-in-question"] = "Answer in question", ["copied-wording"] = "Copied wording",
        ["unsupported-number"] = "Unsupported number", ["unsupported-date"] = "Unsupported date", ["unsupported-name"] = "Unsupported name",
        ["wrong-language"] = "Wrong language", ["personal-data"] = "Personal data", ["injection"] = "Injection", ["single-source"] = "Single source", ["stale"] = "Stale",
        ["not-answerable"] = "Not answerable", ["incomplete-answer"] = "Incomplete answer", ["unclear-question"] = "Unclear question",
    };

    /// <summary>The sentence for a flag, or the flag itself if it is unknown.</summary>
    public static string Sentence(string flag) => flag switch
    {
        "ungrounded" => "The answer's words were not found in the source.",
        "near-evidence" => "The source words it slightly differently from the quote.",
        "duplicate" => "Another pair asks almost the same question.",
        "too-short" => "The question or the answer is very short.",
        "too-long" => "The question or the answer is very long.",
        "refers-to-context" => "It refers to “the text” or “the table”, which readers of a dataset don't have.",
        "answer-in-question" => "The question gives the answer away.",
        "copied-wording" => "The question copies the source's wording instead of asking as a person would.",
        "unsupported-date" => "A date in the answer is not in the evidence.",
        "unsupported-name" => "A name in the answer is not in the evidence.",
        "wrong-language" => "It is not in the requested language.",
        "personal-data" => "It contains an email address, a phone, account or card number, or a secret.",
        "injection" => "The source or the pair contains instructions to a language model.",
        "unsupported-number" => "A number in the answer is not in the evidence.",
        "not-answerable" => "Judge: the evidence doesn't support the whole answer.",
        "incomplete-answer" => "Judge: the answer is wrong or incomplete.",
        "unclear-question" => "Judge: the question isn't clear on its own.",
        "single-source" => "Its evidence comes from one place, but the question should need several.",
        "stale" => "The document has changed since.",
        _ => flag,
    };
}

/// <summary>A judgement in words.</summary>
public static class JudgeWords
{
    /// <summary>"Judge: 3 of 5 · It leaves two cases out."</summary>
    public static string Sentence(Judgement judgement) => $"Judge: {judgement.Score} of 5{(judgement.Note.Length > 0 ? $" · {judgement.Note}" : "")}";
}
