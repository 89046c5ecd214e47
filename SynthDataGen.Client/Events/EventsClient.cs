using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace SynthDataGen.Client.Events;

/// <summary>Changes in a workspace, as they happen.</summary>
public sealed class EventsClient
{
    private readonly Wire wire;
    private readonly string path;

    internal EventsClient(Wire wire, string workspacePath) => (this.wire, path) = (wire, workspacePath + "events");

    /// <summary>Changes until the connection or the token ends. After reconnecting, load the state again: changes in between are not repeated.</summary>
    public async IAsyncEnumerable<Change> ListenAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stream = await wire.StreamAsync(path, cancellationToken).ConfigureAwait(false);
        var parser = SseParser.Create(stream, (_, data) => JsonSerializer.Deserialize<Change>(data, Wire.Json)!);
        await foreach (var item in parser.EnumerateAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return item.Data;
        }
    }
}
