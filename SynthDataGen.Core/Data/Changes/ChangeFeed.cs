using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace SynthDataGen.Core.Data.Changes;

/// <summary>
/// Hears what any process changed, through PostgreSQL's <c>LISTEN</c>, and passes it on to whoever listens here.
/// A slow listener loses the oldest notes, never the newest: a note says "look again", not what is new.
/// </summary>
public sealed partial class ChangeFeed(NpgsqlDataSource source, TimeProvider time, ILogger<ChangeFeed> logger) : BackgroundService
{
    private const int Backlog = 256;
    private static readonly TimeSpan ReconnectDelay = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<Channel<ChangeNote>, Guid> listeners = new();

    /// <summary>What changes in a workspace from now on.</summary>
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
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await HearAsync(stoppingToken);
            }
            catch (NpgsqlException e)
            {
                LostConnection(e);
                await Task.Delay(ReconnectDelay, time, stoppingToken);
            }
        }
    }

    private async Task HearAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        connection.Notification += (_, notification) => Pass(notification.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {ChangeNote.Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
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

    [LoggerMessage(LogLevel.Warning, "The connection that hears of changes was lost; listening again")]
    private partial void LostConnection(Exception exception);
}
