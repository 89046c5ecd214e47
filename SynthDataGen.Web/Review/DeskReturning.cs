using Microsoft.JSInterop;

namespace SynthDataGen.Web.Review;

/// <summary>Coming back after the connection was lost.</summary>
public sealed partial class DeskPage
{
    /// <summary>A server that does not answer holds up no key for longer: what is decided meanwhile waits and is sent.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private Task looked = Task.CompletedTask;

    /// <summary>The connection is back: the pair in front may have been decided meanwhile.</summary>
    [JSInvokable]
    public Task OnBackAsync() => looked = LookAsync();

    private async Task LookAsync()
    {
        using var patience = new CancellationTokenSource(Patience, Time);
        using var brief = CancellationTokenSource.CreateLinkedTokenSource(Gone, patience.Token);
        var went = false;
        await TryAsync("See how the pair stands now", async _ => went = desk is not null && await desk.LookAtCurrentAsync(brief.Token));
        if (went)
        {
            (mode, notice) = (Mode.Deciding, "The pair that lay here was decided while the connection was lost, or is gone. This is the next one.");
            await AfterAsync();
        }

        StateHasChanged();
    }

    /// <summary>Whether a key is still about the pair that it was pressed for, once it is known how that stands.</summary>
    private async Task<bool> StillInFrontAsync()
    {
        var front = desk?.Current;
        await looked.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return front == desk?.Current;
    }
}
