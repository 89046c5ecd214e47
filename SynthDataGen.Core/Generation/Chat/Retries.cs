using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace SynthDataGen.Core.Generation.Chat;

/// <summary>Builds the pipeline around one call: a timeout for each try, and tries again while the fault is transient.</summary>
internal static class Retries
{
    public static ResiliencePipeline Pipeline(GenerationOptions options, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        if (options.Attempts > 1)
        {
            builder.AddRetry(Strategy(options));
        }

        return builder.AddTimeout(options.CallTimeout).Build();
    }

    private static RetryStrategyOptions Strategy(GenerationOptions options) => new()
    {
        MaxRetryAttempts = options.Attempts - 1,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.Delay,
        MaxDelay = options.MaxDelay,
        ShouldHandle = new PredicateBuilder()
            .Handle<TimeoutRejectedException>()

            // To hold a slot for longer than the longest wait serves nobody: whoever planned the call may come back later.
            .Handle<EndpointFault>(fault => fault.IsTransient && !(fault.RetryAfter > options.MaxDelay)),
        DelayGenerator = retry => ValueTask.FromResult((retry.Outcome.Exception as EndpointFault)?.RetryAfter),
    };
}
