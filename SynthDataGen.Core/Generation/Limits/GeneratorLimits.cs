namespace SynthDataGen.Core.Generation.Limits;

/// <summary>A generator's shared limits as they are kept.</summary>
public sealed class GeneratorLimits
{
    public Guid GeneratorId { get; init; }
    public SharedLimits State { get; set; } = new();
}
