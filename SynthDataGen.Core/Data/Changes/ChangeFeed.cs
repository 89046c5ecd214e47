using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace SynthDataGen.Core.Data.Changes;

/// <summary>
/// Receives changes of all processes through PostgreSQL's <c>LISTEN</c> and passes them on to the listeners of this one.
/// A slow listener loses the oldest notes, never the newest: a note says "look again", not what is new. Notes sent while
/// the connection was lost are lost, so after that every listener is told to look at everything again.
/// </summary>
public sealed partial class ChangeFeed(NpgsqlDataSource source, TimeProvider time, ILogger<ChangeFeed> logger) : BackgroundService
{
    private const int Backlog = 256;
    private static readonly TimeSpan ReconnectDelay = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<Channel<ChangeNote>, Guid> listeners = new();

    /// <summary>The changes of a workspace from now on.</summary>
    public async IAsyncEnumerable<ChangeNote> ListenAsync(Guid workspaceId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<ChangeNote>(new BoundedChannelOptions(Backlog) { FullMode = BoundedChannelFullMode.DropOldest });
        listeners[channel] = workspaceId;
        try
        {
            await foreach (var note in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return note;
            }
        }
        finally
        {
            listeners.TryRemove(channel, out _);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var isFirst = true; !stoppingToken.IsCancellationRequested; isFirst = false)
        {
            try
            {
                await ReceiveAsync(isFirst, stoppingToken);
            }
            catch (NpgsqlException e)
            {
                LostConnection(e);
                await Task.Delay(ReconnectDelay, time, stoppingToken);
            }
        }
    }

    private async Task ReceiveAsync(bool isFirst, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        connection.Notification += (_, notification) => Pass(notification.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {ChangeNote.Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        if (!isFirst)
        {
            PassEverything();
        }

        while (true)
        {
            await connection.WaitAsync(cancellationToken);
        }
    }

    private void Pass(string payload)
    {
        var note = JsonSerializer.Deserialize<ChangeNote>(payload, JsonSerializerOptions.Web)!;
        foreach (var (channel, workspaceId) in listeners)
        {
            if (workspaceId == note.WorkspaceId)
            {
                channel.Writer.TryWrite(note);
            }
        }
    }

    /// <summary>About members last, for such a note may end a listener.</summary>
    private void PassEverything()
    {
        foreach (var (channel, workspaceId) in listeners)
        {
            foreach (var kind in ChangeNote.Kinds)
            {
                channel.Writer.TryWrite(new(workspaceId, kind, null));
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The connection that receives changes was lost; reconnecting")]
    private partial void LostConnection(Exception exception);
}
