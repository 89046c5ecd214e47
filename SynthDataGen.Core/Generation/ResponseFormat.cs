namespace SynthDataGen.Core.Generation;

/// <summary>How an endpoint is told the shape of the answer, best first.</summary>
public enum ResponseFormat
{
    /// <summary>By a JSON schema that it enforces.</summary>
    Schema,

    /// <summary>As any JSON object; the prompt describes it.</summary>
    Json,

    /// <summary>By the prompt alone.</summary>
    Text,
}
