namespace SynthDataGen.Core.Pairs;

/// <summary>How a quote was found in the source.</summary>
public enum EvidenceMatch
{
    /// <summary>Letter by letter.</summary>
    Exact,

    /// <summary>After folding case, white space, quotation marks, dashes, ligatures and hyphenation.</summary>
    Normalized,

    /// <summary>By alignment, at least 0.9 alike.</summary>
    Near,

    /// <summary>Not at all.</summary>
    Missing,
}

/// <summary>The words that support an answer. Unless missing, <c>text[Start..End]</c> of the revision is <paramref name="Quote"/>.</summary>
public sealed record Evidence(string Quote, int Start, int End, int Page, EvidenceMatch Match);
