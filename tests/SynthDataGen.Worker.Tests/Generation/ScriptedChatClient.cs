using Microsoft.Extensions.AI;

namespace SynthDataGen.Worker.Tests.Generation;

/// <summary>A chat client that answers as told, one answer a call.</summary>
internal sealed class ScriptedChatClient(params IEnumerable<Func<ChatResponse>> answers) : IChatClient
{
    private readonly Queue<Func<ChatResponse>> script = new(answers);

    public int Calls { get; private set; }

    public Action OnCall { get; set; } = () => { };

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Calls++;
        OnCall();
        return Task.FromResult(script.Dequeue()());
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
        // It holds nothing.
    }
}
