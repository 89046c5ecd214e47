namespace SynthDataGen.Web.Review;

/// <summary>What the flags mean, in words.</summary>
public static class FlagWords
{
    /// <summary>The sentence for a flag; an unknown one speaks for itself.</summary>
    public static string Sentence(string flag) => flag switch
    {
        "ungrounded" => "The answer's words were not found in the source.",
        "duplicate" => "Another pair asks nearly the same.",
        "too-short" => "The question or the answer is very short.",
        "refers-to-context" => "It speaks of “the text” or “the table”, which the reader of a dataset does not have.",
        "answer-in-question" => "The question gives the answer away.",
        "stale" => "The document has changed since.",
        _ => flag,
    };
}
