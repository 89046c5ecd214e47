namespace SynthDataGen.Core.Generation;

/// <summary>Generators from the configuration, by name: section <c>Generators</c>, such as <c>Generators__default__Endpoint</c>.</summary>
public sealed class ConfiguredGenerators : Dictionary<string, ConfiguredGenerator>
{
    public const string Section = "Generators";

    public ConfiguredGenerators()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }
}

/// <summary>One generator from the configuration.</summary>
public sealed class ConfiguredGenerator
{
    /// <summary>Base address of an OpenAI-compatible API, such as <c>http://localhost:11434/v1</c>.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The endpoint's key; null: none is sent.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The endpoint's name for the model.</summary>
    public string? Model { get; set; }

    /// <summary>Concurrent calls of all workers together, 1–256; default 4.</summary>
    public int Concurrency { get; set; } = 4;
}
