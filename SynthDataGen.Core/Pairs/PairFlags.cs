namespace SynthDataGen.Core.Pairs;

/// <summary>Why a pair deserves a look.</summary>
public static class PairFlags
{
    public const string Ungrounded = "ungrounded";
    public const string NearEvidence = "near-evidence";
    public const string Duplicate = "duplicate";
    public const string TooShort = "too-short";
    public const string TooLong = "too-long";
    public const string RefersToContext = "refers-to-context";
    public const string AnswerInQuestion = "answer-in-question";
    public const string CopiedWording = "copied-wording";
    public const string UnsupportedNumber = "unsupported-number";
    public const string UnsupportedDate = "unsupported-date";
    public const string UnsupportedName = "unsupported-name";
    public const string WrongLanguage = "wrong-language";
    public const string PersonalData = "personal-data";
    public const string Injection = "injection";
    public const string Stale = "stale";

    /// <summary>A multi-hop pair whose evidence comes from one place only.</summary>
    public const string SingleSource = "single-source";

    /// <summary>The judge: the evidence does not support the answer.</summary>
    public const string NotAnswerable = "not-answerable";

    /// <summary>The judge: the answer is wrong or leaves something out.</summary>
    public const string IncompleteAnswer = "incomplete-answer";

    /// <summary>The judge: the question is unclear on its own.</summary>
    public const string UnclearQuestion = "unclear-question";
}
