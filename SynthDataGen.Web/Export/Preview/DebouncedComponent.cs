using System.Text.Json;
using Microsoft.AspNetCore.Components;
using SynthDataGen.Client.Export;
using SynthDataGen.Web.Parts;

namespace SynthDataGen.Web.Export.Preview;

/// <summary>A part that asks the Api about settings once they stop changing, and drops an older request for a newer one.</summary>
public abstract class DebouncedComponent : LiveComponent
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(300);
    private CancellationTokenSource? asking;
    private ITimer? later;
    private string? asked;

    /// <summary>What the export would contain.</summary>
    [Parameter, EditorRequired] public ExportSettings Settings { get; set; } = null!;

    /// <summary>Whether the answer on screen is for older settings.</summary>
    protected bool IsOld { get; private set; }

    /// <summary>Asks the Api about the settings and keeps its answer.</summary>
    protected abstract Task AskAsync(ExportSettings settings, CancellationToken cancellationToken);

    protected override Task OnParametersSetAsync()
    {
        var wanted = JsonSerializer.Serialize(Settings);
        if (wanted == asked)
        {
            return Task.CompletedTask;
        }

        var isFirst = asked is null;
        (asked, IsOld) = (wanted, true);
        asking?.Cancel();
        later?.Dispose();
        if (isFirst)
        {
            return RefreshAsync();
        }

        later = Time.CreateTimer(_ => _ = InvokeAsync(RefreshAsync), null, Delay, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    protected sealed override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var (settings, about) = (Settings, asked);
        using var question = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        asking = question;
        try
        {
            await AskAsync(settings, question.Token);
            IsOld = about != asked;
        }
        catch (OperationCanceledException) when (question.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // The next request follows as soon as the newer settings stop changing.
        }
        finally
        {
            asking = null;
        }
    }

    protected override void Dispose(bool disposing)
    {
        later?.Dispose();
        base.Dispose(disposing);
    }
}
