using Microsoft.JSInterop;

namespace SynthDataGen.Web.Review;

/// <summary>Returns to the desk after the connection was lost.</summary>
public sealed partial class DeskPage
{
    /// <summary>The longest that keys wait for a silent server. Decisions made after that are queued.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private Task looked = Task.CompletedTask;

    /// <summary>The connection is back. The pair in front may have been decided in the meantime.</summary>
    [JSInvokable]
    public Task OnBackAsync() => looked = LookAsync();

    private async Task LookAsync()
    {
        using var patience = new CancellationTokenSource(Patience, Time);
        using var brief = CancellationTokenSource.CreateLinkedTokenSource(Gone, patience.Token);
        var went = false;
        await TryAsync("Reload the pair", async _ => went = desk is not null && await desk.LookAtCurrentAsync(brief.Token));
        if (went)
        {
            (mode, notice) = (Mode.Deciding, "The pair that was here was decided or deleted while the connection was lost. This is the next one.");
            await AfterAsync();
        }

        StateHasChanged();
    }

    /// <summary>Whether the pair that a key was pressed for is still in front, once its reload is done.</summary>
    private async Task<bool> StillInFrontAsync()
    {
        var front = desk?.Current;
        await looked.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return front == desk?.Current;
    }
}
