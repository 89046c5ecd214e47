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

    /// <summary>The sentence for a flag; an unknown one speaks for itself.</summary>
    public static string Sentence(string flag) => flag switch
    {
        "ungrounded" => "The answer's words were not found in the source.",
        "near-evidence" => "The source says it in slightly other words than the quote.",
        "duplicate" => "Another pair asks nearly the same.",
        "too-short" => "The question or the answer is very short.",
        "too-long" => "The question or the answer is very long.",
        "refers-to-context" => "It speaks of “the text” or “the table”, which the reader of a dataset does not have.",
        "answer-in-question" => "The question gives the answer away.",
        "copied-wording" => "The question is worded like the source, not as a person would ask.",
        "unsupported-date" => "A date in the answer stands nowhere in the words that support it.",
        "unsupported-name" => "A name in the answer stands nowhere in the words that support it.",
        "wrong-language" => "It is not in the language that was asked for.",
        "personal-data" => "It holds an e-mail address, a telephone, account or card number, or a secret.",
        "injection" => "The source, or the pair, gives orders to a language model.",
        "unsupported-number" => "A number in it stands nowhere in the words that support it.",
        "not-answerable" => "The judge: the evidence does not support all of the answer.",
        "incomplete-answer" => "The judge: the answer is wrong or leaves something out.",
        "unclear-question" => "The judge: the question is not clear alone.",
        "single-source" => "Its evidence comes from one place only, though the question is to need several.",
        "stale" => "The document has changed since.",
        _ => flag,
    };
}
