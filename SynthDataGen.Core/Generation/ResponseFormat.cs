namespace SynthDataGen.Core.Generation;

/// <summary>How an endpoint is told what shape an answer is to have, best first.</summary>
public enum ResponseFormat
{
    /// <summary>By a JSON schema that it holds the model to.</summary>
    Schema,

    /// <summary>As any JSON object; the prompt says which.</summary>
    Json,

    /// <summary>By the prompt alone.</summary>
    Text,
}
