namespace SynthDataGen.Core.Export;

/// <summary>Texts that a model will be judged by: a pair that repeats 13 words of one is contaminated. Its bytes are in the store.</summary>
public sealed class Benchmark
{
    public const int MaxNameLength = 255;

    public Guid Id { get; init; }
    public Guid WorkspaceId { get; init; }

    /// <summary>The name of the uploaded file.</summary>
    public required string Name { get; init; }

    /// <summary>The number of its texts.</summary>
    public long Texts { get; init; }
    public long SizeBytes { get; init; }

    /// <summary>SHA-256 of its bytes, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}
