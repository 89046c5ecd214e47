using Polly;
using Polly.Retry;

namespace SynthDataGen.Core.Generation.Chat;

/// <summary>Builds the pipeline that tries a call again, with longer and longer waits, while the fault lies with the endpoint.</summary>
public static class Retries
{
    /// <summary>What runs in it takes its slot anew for each try, so that none is held during the waits.</summary>
    public static ResiliencePipeline Pipeline(GenerationOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        return options.Attempts > 1 ? builder.AddRetry(Strategy(options)).Build() : builder.Build();
    }

    private static RetryStrategyOptions Strategy(GenerationOptions options) => new()
    {
        MaxRetryAttempts = options.Attempts - 1,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.Delay,
        MaxDelay = options.MaxDelay,

        // How long the endpoint asked to wait is for the line to mind, in which the call stands again.
        ShouldHandle = new PredicateBuilder().Handle<GeneratorException>(fault => fault.IsTransient),
    };
}
