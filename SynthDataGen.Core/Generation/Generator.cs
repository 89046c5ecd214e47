namespace SynthDataGen.Core.Generation;

/// <summary>A named chat endpoint, or the built-in extractive generator (<see cref="Endpoint"/> null).</summary>
public sealed class Generator
{
    public const string ExtractiveName = "extractive";
    public const string ExtractiveModel = "extractive-1";
    public const int MaxNameLength = 100;

    public Guid Id { get; init; }
    public Guid WorkspaceId { get; init; }
    public required string Name { get; set; }

    /// <summary>Base address of an OpenAI-compatible API, such as <c>http://localhost:11434/v1</c>; null: built-in.</summary>
    public string? Endpoint { get; set; }
    public required string Model { get; set; }

    /// <summary>The key, sealed; never leaves the server.</summary>
    public string? SealedApiKey { get; set; }

    /// <summary>Concurrent calls of all workers together, 1–256.</summary>
    public int Concurrency { get; set; } = 4;

    /// <summary>Calls per minute of all workers together; null: no bound.</summary>
    public int? RequestsPerMinute { get; set; }

    /// <summary>Input and output tokens per minute of all workers together; null: no bound.</summary>
    public int? TokensPerMinute { get; set; }

    /// <summary>Price per million input tokens; null: unknown.</summary>
    public decimal? InputPrice { get; set; }

    /// <summary>Price per million output tokens; null: unknown.</summary>
    public decimal? OutputPrice { get; set; }

    /// <summary>Whether runs use this one if they name none.</summary>
    public bool IsDefault { get; set; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>How our token estimate compares with the model's own counts.</summary>
    public TokenCalibration Calibration { get; set; } = new();

    /// <summary>The response format that its endpoint accepted last; null: none is known to work yet.</summary>
    public ResponseFormat? ResponseFormat { get; set; }
}
