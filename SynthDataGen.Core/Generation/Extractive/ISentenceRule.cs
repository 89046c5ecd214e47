namespace SynthDataGen.Core.Generation.Extractive;

/// <summary>Turns a sentence into the question that it answers.</summary>
internal interface ISentenceRule
{
    /// <summary>The question type of its pairs.</summary>
    string Type { get; }

    /// <summary>The question, or null if the sentence, as written inside another one, does not have the rule's form.</summary>
    string? Ask(string sentence);
}
