namespace SynthDataGen.Core.Export;

/// <summary>Texts that a model is to be judged by: a pair that repeats 13 words of one is contaminated. Its bytes lie in the store.</summary>
public sealed class Benchmark
{
    public const int MaxNameLength = 255;

    public Guid Id { get; init; }
    public Guid WorkspaceId { get; init; }

    /// <summary>The name of the file that was uploaded.</summary>
    public required string Name { get; init; }

    /// <summary>How many texts it has.</summary>
    public long Texts { get; init; }
    public long SizeBytes { get; init; }

    /// <summary>SHA-256 of its bytes, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}
