using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Chat;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Prompts;

namespace SynthDataGen.Benchmarks.Generation;

/// <summary>The official SDK in as many loops as there are slots, without sharing, parsing, saving or retrying.</summary>
internal static class BareSdk
{
    /// <summary>Measures the calls per second over some time.</summary>
    public static async Task<double> MeasureAsync(Uri endpoint, int slots, TimeSpan time, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        var client = new ChatClient("fake", new ApiKeyCredential("none"), new OpenAIClientOptions
        {
            Endpoint = endpoint,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
        });
        var prompt = PairsPrompt.For(new(Text, ["Station 7"], "book.md", new RecipeSettings(), 4));
        ChatMessage[] messages = [new SystemChatMessage(prompt.System), new UserChatMessage(prompt.User)];
        var calls = 0;
        var began = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, slots).Select(async _ =>
        {
            while (TimeProvider.System.GetElapsedTime(began) < time)
            {
                await client.CompleteChatAsync(messages, cancellationToken: cancellationToken);
                Interlocked.Increment(ref calls);
            }
        }));
        return calls / TimeProvider.System.GetElapsedTime(began).TotalSeconds;
    }

    private const string Text = """
        # Station 7

        Station 7 was opened in the spring of 1807 by the coastal railway. The platform of station 7 is 97 metres long.
        Trains for station 7 leave the harbour 9 minutes after every full hour. The keeper of station 7 lives in house number 7 beside the line.
        """;
}
