using System.Text.Json;
using Microsoft.AspNetCore.Components;
using SynthDataGen.Client;
using SynthDataGen.Web.Shell;
using SynthDataGen.Web.Workspaces;

namespace SynthDataGen.Web.Parts;

/// <summary>A part that loads from the Api, loads again when something it watches changes, and shows a failed call instead of breaking.</summary>
public abstract class LiveComponent : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource gone = new();
    private readonly CancellationToken goneToken;
    private IDisposable? watch;
    private ITimer? later;
    private long? loadedAt;
    private bool loading;
    private bool again;

    protected LiveComponent() => goneToken = gone.Token;

    /// <summary>Who is signed in.</summary>
    [CascadingParameter] public SignedIn SignedIn { get; set; } = null!;
    [Inject] internal LiveChanges Live { get; set; } = null!;
    [Inject] internal NavigationManager Navigation { get; set; } = null!;
    [Inject] internal TimeProvider Time { get; set; } = null!;

    /// <summary>The workspace.</summary>
    protected WorkspaceClient Workspace => SignedIn.Workspace;

    /// <summary>What went wrong last; null: nothing.</summary>
    protected Problem? Problem { get; set; }

    /// <summary>Ends when the part leaves the page.</summary>
    /// <remarks>It can be asked for after that too: what is still on its way when a page closes asks it.</remarks>
    protected CancellationToken Gone => goneToken;

    /// <summary>Kinds of changes after which to load again.</summary>
    protected virtual IReadOnlyCollection<string> Watches => [];

    /// <summary>Least time from one load to the next for the sake of changes; what a person does is shown at once.</summary>
    protected virtual TimeSpan Beat => TimeSpan.Zero;

    /// <summary>What loading is called in an error.</summary>
    protected abstract string Loading { get; }

    /// <summary>Loads what the part shows.</summary>
    protected abstract Task LoadAsync(CancellationToken cancellationToken);

    protected override void OnInitialized()
    {
        if (Watches.Count > 0)
        {
            watch = Live.Watch(SignedIn.Streams, Watches, () => InvokeAsync(HearAsync));
        }
    }

    protected override Task OnParametersSetAsync() => RefreshAsync();

    /// <summary>Loads, and once more where it was asked for while it was under way.</summary>
    protected async Task RefreshAsync()
    {
        again = true;
        if (loading || gone.IsCancellationRequested)
        {
            return;
        }

        for (loading = true; again;)
        {
            (again, loadedAt) = (false, Time.GetTimestamp());
            await TryAsync(Loading, LoadAsync);
        }

        loading = false;
        StateHasChanged();
    }

    /// <summary>Loads for a change: now, or with the next beat.</summary>
    private Task HearAsync()
    {
        var wait = loadedAt is { } at ? Beat - Time.GetElapsedTime(at) : TimeSpan.Zero;
        if (wait <= TimeSpan.Zero)
        {
            return RefreshAsync();
        }

        later ??= Time.CreateTimer(beat => _ = InvokeAsync(CatchUpAsync), null, wait, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    private Task CatchUpAsync()
    {
        later?.Dispose();
        later = null;
        return RefreshAsync();
    }

    /// <summary>Does something with the Api; false where it failed, and <see cref="Problem"/> says why.</summary>
    protected async Task<bool> TryAsync(string what, Func<CancellationToken, Task> action)
    {
        try
        {
            await action(goneToken);
            // A reload that went well says nothing about an action that did not.
            Problem = what == Loading && Problem?.What != what ? Problem : null;
            return true;
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            return false;
        }
        catch (SynthDataGenException e) when (e.Status == 401)
        {
            SignInAgain();
            return false;
        }
        catch (SynthDataGenException e)
        {
            Problem = Problem.From(what, e, Time.GetUtcNow());
            return false;
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException or IOException or JsonException)
        {
            Problem = new(what, "The answer did not come through. Try again.", $"{what}\n{e.GetType().Name}: {e.Message}, {Time.GetUtcNow():u}");
            return false;
        }
    }

    /// <summary>Several parts may find out at once; the first one leads the way.</summary>
    protected void SignInAgain()
    {
        var here = new Uri(Navigation.Uri);
        if (here.AbsolutePath != "/signin")
        {
            Navigation.NavigateTo(LocalAddress.SignInThen(here), forceLoad: true);
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        watch?.Dispose();
        later?.Dispose();
        gone.Cancel();
        gone.Dispose();
    }
}
