using Microsoft.JSInterop;
using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Review;

/// <summary>The page that people live in: one pair, its evidence, one key per decision.</summary>
public sealed partial class DeskPage
{
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            self = DotNetObjectReference.Create(this);
            var module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/desk.js");
            keys = await module.InvokeAsync<IJSObjectReference>("listen", self);
            await module.DisposeAsync();
        }
    }

    /// <summary>Leaves no decision behind: what still waits is sent first.</summary>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        await (desk?.DisposeAsync() ?? ValueTask.CompletedTask);
        try
        {
            await (keys?.InvokeVoidAsync("close") ?? ValueTask.CompletedTask);
        }
        catch (JSDisconnectedException)
        {
            // The tab is closed; its listeners went with it.
        }

        self?.Dispose();
    }

    private void Do(string key)
    {
        switch (key)
        {
            case "u": desk?.Undo(); break;
            case "ArrowLeft" or "k": desk?.Move(-1); break;
            case "ArrowRight" or "j" or "s": desk?.Move(1); break;
            case "a" when desk?.Current is { } pair: Decide(new("approve", pair.Pair.Version)); break;
            case "e" when desk?.Current is not null: mode = Mode.Editing; break;
            case "r" when desk?.Current is not null: mode = Mode.Rejecting; break;
        }
    }

    private void Reject(string? reason)
    {
        if (desk?.Current is { } pair)
        {
            Decide(new("reject", pair.Pair.Version, Reason: reason));
        }
    }

    private void Decide(NewDecision decision)
    {
        desk!.Decide(desk.Current!, decision);
        mode = Mode.Deciding;
    }

    /// <summary>What the next keys will need: more pairs, and the text of the next one.</summary>
    private async Task AfterAsync()
    {
        if (desk is null)
        {
            return;
        }

        await TryAsync(Loading, desk.LoadAheadAsync);
        if (desk.Next?.Pair is { } next)
        {
            await TryAsync("Load the next source text", token => Texts.GetAsync(Workspace, next.DocumentId, next.Provenance.RevisionId, token));
        }

        StateHasChanged();
    }

    /// <summary>The server has answered; a decision that it refused brings its pair back.</summary>
    private Task SettledAsync(DeskPair pair) => Gone.IsCancellationRequested ? Task.CompletedTask : InvokeAsync(() =>
    {
        if (pair.Problem is not null && desk is not null)
        {
            desk.Return(pair);
            mode = pair.Draft is null ? Mode.Deciding : Mode.Editing;
        }

        StateHasChanged();
    });
}
