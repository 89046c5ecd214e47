namespace SynthDataGen.Core.Generation.Extractive;

/// <summary>stub</summary>
public sealed class ExtractivePairGenerator : IPairGenerator
{
    public const string Template = "extractive";
    public const string Version = "1";

    public Task<GeneratorReply> AskAsync(GenerationRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();
}
