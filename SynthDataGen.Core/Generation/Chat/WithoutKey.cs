using System.ClientModel.Primitives;

namespace SynthDataGen.Core.Generation.Chat;

/// <summary>Takes the header of the placeholder key off again: the SDK demands a key, many local servers have none.</summary>
internal sealed class WithoutKey : PipelinePolicy
{
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        message.Request.Headers.Remove("Authorization");
        ProcessNext(message, pipeline, currentIndex);
    }

    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        message.Request.Headers.Remove("Authorization");
        return ProcessNextAsync(message, pipeline, currentIndex);
    }
}
