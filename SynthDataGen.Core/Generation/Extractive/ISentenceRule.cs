namespace SynthDataGen.Core.Generation.Extractive;

/// <summary>Makes a question out of a sentence that answers it.</summary>
internal interface ISentenceRule
{
    /// <summary>The question type of its pairs.</summary>
    string Type { get; }

    /// <summary>The question, or null where the sentence, as it stands inside another, is not of the rule's form.</summary>
    string? Ask(string sentence);
}
