using Microsoft.JSInterop;
using SynthDataGen.Client.Documents;
using SynthDataGen.Client.Review;
using SynthDataGen.Web.Review.Editing;
using SynthDataGen.Web.Review.Source;

namespace SynthDataGen.Web.Review;

/// <summary>The page where reviewers spend their day: one pair, its evidence, one key per decision.</summary>
public sealed partial class DeskPage
{
    private IReadOnlyList<string> reasons = RejectReasons.Usual;
    private DeskMemory? memory;
    private DeskRecovery? recovery;
    private SourcePane? pane;
    private PairFilter? opened;
    private Desk? desk;
    private Mode mode;
    private int flagAt;
    private string? notice;

    /// <summary>A pair with an unsaved edit shows as an editor.</summary>
    private Mode Now => mode == Mode.Deciding && desk?.Current?.Edit is not null ? Mode.Editing : mode;

    /// <summary>Whose edits and decisions the browser keeps.</summary>
    private string Scope => $"{Workspace.Name}:{SignedIn.Person}";

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        recovery ??= new(memory ??= new(Js, Scope), Workspace.Review);
        if (desk is null || opened != Filter)
        {
            await (desk?.DisposeAsync() ?? ValueTask.CompletedTask);
            desk = null;
            (desk, opened) = (await OpenAsync(cancellationToken), Filter);
        }
        else if (desk.Current is null)
        {
            await desk.LookAgainAsync(cancellationToken);
        }

        notice = await recovery.ResendAsync(desk, cancellationToken) ?? notice;
        await desk.LoadAheadAsync(cancellationToken);
        await RecallAsync();
    }

    /// <summary>A key was pressed outside a field, or one that also works inside.</summary>
    [JSInvokable]
    public async Task OnKeyAsync(string key)
    {
        if (!await StillInFrontAsync())
        {
            return;
        }

        switch (Now, key)
        {
            case (Mode.Editing, "Escape"): await GiveUpAsync(); break;
            case (_, "Escape"): mode = Mode.Deciding; break;
            case (Mode.Regenerating, "Enter"): await (regenerate?.TakeAsync() ?? Task.CompletedTask); return;
            case (Mode.Rejecting, "Enter"): await RejectAsync(null); return;
            case (Mode.Rejecting, [>= '1' and <= '9']) when key[0] - '1' < reasons.Count: await RejectAsync(reasons[key[0] - '1']); return;
            case (Mode.Flags, "ArrowDown" or "j"): flagAt = Math.Min(flagAt + 1, FlagFilter.All.Count - 1); break;
            case (Mode.Flags, "ArrowUp" or "k"): flagAt = Math.Max(flagAt - 1, 0); break;
            case (Mode.Flags, "Enter"): ChooseFlag(FlagFilter.All[flagAt]); break;
            case (Mode.Deciding, _): await DoAsync(key); break;
        }

        StateHasChanged();
        await AfterAsync();
    }

    /// <summary>Ctrl+Enter in the editor, with the text as it is there.</summary>
    [JSInvokable]
    public async Task OnSaveAsync(string question, string answer)
    {
        if (desk?.Current?.Edit is { } edit)
        {
            (edit.Question, edit.Answer) = (question, answer);
            await SaveAsync();
        }
    }

    /// <summary>Words were selected in the source while a pair is edited.</summary>
    [JSInvokable]
    public void OnSelected(int start, int end)
    {
        desk?.Current?.Edit?.Evidence?.Add(start, end);
        StateHasChanged();
    }

    private async Task DoAsync(string key)
    {
        switch (key)
        {
            case "?": mode = Mode.Help; break;
            case "u": desk?.Undo(); break;
            case "p": await (pane?.TurnAsync() ?? Task.CompletedTask); break;
            case "ArrowLeft" or "k": desk?.Move(-1); break;
            case "ArrowRight" or "j" or "s": desk?.Move(1); break;
            case "f": (mode, flagAt) = (Mode.Flags, Math.Max(0, FlagFilter.All.ToList().IndexOf(Filter.Flag))); break;
            case "a" when desk?.Current is { } pair: Decide(pair, new("approve", pair.Pair.Version)); break;
            case "r" when desk?.Current is not null: mode = Mode.Rejecting; break;
            case "e" when desk?.Current is { } pair: await EditAsync(pair); break;
            case "g" when desk?.Current is not null && SignedIn.May.Edit: await AskAgainAsync(); break;
        }
    }

    /// <summary>The pair in the address, or the one with an unsaved edit, comes first.</summary>
    private async Task<Desk> OpenAsync(CancellationToken cancellationToken)
    {
        var worded = await recovery!.LookAsync();
        var first = opened is null && (First ?? worded) is { } id ? await FindAsync(id, cancellationToken) : null;
        reasons = RejectReasons.Of((await SignedIn.Client.Workspaces.GetAsync(Workspace.Name, cancellationToken)).Review);
        var (fresh, isOpen) = (new Desk(Workspace, Filter, Time, ChangedAsync), false);
        try
        {
            await fresh.OpenAsync(first is null ? [] : [first], cancellationToken);
            isOpen = true;
            return fresh;
        }
        finally
        {
            await (isOpen ? ValueTask.CompletedTask : fresh.DisposeAsync());
        }
    }

    /// <summary>The pair; null if it no longer exists, and then the others come.</summary>
    private async Task<Pair?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await Workspace.Review.FindAsync(id, cancellationToken);
        notice = found is null ? "The pair you were looking for no longer exists." : notice;
        return found;
    }

    private async Task EditAsync(DeskPair pair)
    {
        recovery!.Begin(pair.Pair.Id);
        pair.Edit = new(pair.Pair, await TextAsync(pair.Pair));
    }

    private async Task GiveUpAsync()
    {
        var pair = desk!.Current!;
        (pair.Edit, pair.Problem) = (null, null);
        await recovery!.ForgetAsync(pair.Pair.Id);
    }

    /// <summary>Restores the edit that the browser kept for the pair in front.</summary>
    private async Task RecallAsync()
    {
        if (desk?.Current is { Edit: null } pair && await recovery!.TakeWordsAsync(pair.Pair.Id) is { } words)
        {
            pair.Edit = PairEdit.From(pair.Pair, await TextAsync(pair.Pair), words);
        }
    }

    private void Decide(DeskPair pair, NewDecision decision)
    {
        desk!.Decide(pair, decision);
        mode = Mode.Deciding;
    }

    private async Task RejectAsync(string? reason)
    {
        if (desk?.Current is { } pair)
        {
            Decide(pair, new("reject", pair.Pair.Version) { Reason = reason });
            StateHasChanged();
            await AfterAsync();
        }
    }

    private async Task SaveAsync()
    {
        if (desk?.Current is { Edit: { IsComplete: true } edit } pair)
        {
            (pair.Sent, pair.Edit) = (edit, null);
            Decide(pair, edit.Decision());
            StateHasChanged();
            await AfterAsync();
        }
    }

    private void ChooseFlag(string? flag)
    {
        mode = Mode.Deciding;
        Navigation.NavigateTo(PairAddress.Of("/review/desk", Filter with { Flag = flag }));
    }

    /// <summary>The source text for setting evidence; null if it can't be loaded, and then the evidence stays as it is.</summary>
    private async Task<DocumentText?> TextAsync(Pair pair)
    {
        DocumentText? text = null;
        await TryAsync("Load the source text", async token => text = await Texts.GetAsync(Workspace, pair.DocumentId, pair.Provenance.RevisionId, token));
        return text;
    }

    /// <summary>Loads what the next keys will need: more pairs, and the text of the next one.</summary>
    private async Task AfterAsync()
    {
        if (desk is null)
        {
            return;
        }

        await recovery!.KeepAsync(desk.Queue.Unsent);
        await TryAsync(Loading, desk.LoadAheadAsync);
        if (desk.Next?.Pair is { } next)
        {
            await TryAsync("Load the next source text", token => Texts.GetAsync(Workspace, next.DocumentId, next.Provenance.RevisionId, token));
        }

        await RecallAsync();
        StateHasChanged();
    }

    /// <summary>The server answered, or doesn't answer. A refused decision brings its pair back.</summary>
    private Task ChangedAsync(DeskPair? pair) => Gone.IsCancellationRequested ? Task.CompletedTask : InvokeAsync(async () =>
    {
        if (desk is null)
        {
            return;
        }

        if (pair is { Problem: not null })
        {
            desk.Return(pair);
        }

        if (desk.Queue.SignedOut)
        {
            SignInAgain();
        }

        StateHasChanged();
        await recovery!.KeepAsync(desk.Queue.Unsent);
        if (pair is { Edit: null, Sent: null, Problem: null })
        {
            await recovery.ForgetAsync(pair.Pair.Id);
        }
    });
}
