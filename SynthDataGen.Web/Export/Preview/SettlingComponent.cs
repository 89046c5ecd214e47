using System.Text.Json;
using Microsoft.AspNetCore.Components;
using SynthDataGen.Client.Export;
using SynthDataGen.Web.Parts;

namespace SynthDataGen.Web.Export.Preview;

/// <summary>A part that asks the Api about settings once they have stood still, and gives an older question up for a newer one.</summary>
public abstract class SettlingComponent : LiveComponent
{
    private static readonly TimeSpan Stillness = TimeSpan.FromMilliseconds(300);
    private CancellationTokenSource? asking;
    private ITimer? settled;
    private string? asked;

    /// <summary>What an export is to hold.</summary>
    [Parameter, EditorRequired] public ExportSettings Settings { get; set; } = null!;

    /// <summary>Whether what is shown answers older settings.</summary>
    protected bool IsOld { get; private set; }

    /// <summary>Asks about the settings and keeps the answer.</summary>
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
        settled?.Dispose();
        if (isFirst)
        {
            return RefreshAsync();
        }

        settled = Time.CreateTimer(_ => _ = InvokeAsync(RefreshAsync), null, Stillness, Timeout.InfiniteTimeSpan);
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
            // Newer settings are asked about as soon as they stand still.
        }
        finally
        {
            asking = null;
        }
    }

    protected override void Dispose(bool disposing)
    {
        settled?.Dispose();
        base.Dispose(disposing);
    }
}
