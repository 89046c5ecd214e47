using System.Text.Json;
using Microsoft.AspNetCore.Components;
using SynthDataGen.Client;
using SynthDataGen.Web.Shell;
using SynthDataGen.Web.Workspaces;

namespace SynthDataGen.Web.Parts;

/// <summary>A part that loads from the Api, reloads when something it watches changes, and shows a failure instead of breaking.</summary>
public abstract partial class LiveComponent : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource gone = new();
    private readonly CancellationToken goneToken;
    private IDisposable? watch;
    private ITimer? later;
    private long? loadedAt;
    private bool loading;
    private bool again;

    protected LiveComponent() => goneToken = gone.Token;

    /// <summary>The person who is signed in.</summary>
    [CascadingParameter] public SignedIn SignedIn { get; set; } = null!;
    [Inject] internal LiveChanges Live { get; set; } = null!;
    [Inject] internal NavigationManager Navigation { get; set; } = null!;
    [Inject] internal TimeProvider Time { get; set; } = null!;
    [Inject] internal ILogger<LiveComponent> Logger { get; set; } = null!;

    /// <summary>The workspace.</summary>
    protected WorkspaceClient Workspace => SignedIn.Workspace;

    /// <summary>The last failure; null after a success.</summary>
    protected Problem? Problem { get; set; }

    /// <summary>Cancelled when the part leaves the page.</summary>
    /// <remarks>It stays readable afterwards, because calls that are still running when a page closes read it.</remarks>
    protected CancellationToken Gone => goneToken;

    /// <summary>The kinds of changes that make the part reload.</summary>
    protected virtual IReadOnlyCollection<string> Watches => [];

    /// <summary>The shortest time between two loads caused by changes. What a person does shows immediately.</summary>
    protected virtual TimeSpan Beat => TimeSpan.Zero;

    /// <summary>What loading is called in a failure, such as "Load the documents".</summary>
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

    /// <summary>Loads, and loads once more if asked to while loading.</summary>
    protected async Task RefreshAsync()
    {
        again = true;
        if (loading || gone.IsCancellationRequested)
        {
            return;
        }

        try
        {
            for (loading = true; again;)
            {
                (again, loadedAt) = (false, Time.GetTimestamp());
                await TryAsync(Loading, LoadAsync);
            }
        }
        finally
        {
            loading = false;
        }

        StateHasChanged();
    }

    /// <summary>Reloads after a change: now, or at the next beat.</summary>
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

    /// <summary>Calls the Api. Returns false on failure, and <see cref="Problem"/> says why.</summary>
    protected async Task<bool> TryAsync(string what, Func<CancellationToken, Task> action)
    {
        try
        {
            await action(goneToken);
            // A successful reload doesn't clear the failure of an action.
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
            Problem = Problem.From(what, "The answer didn't arrive. Try again.", e, Time.GetUtcNow());
            return false;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A bug breaks one part of the page, not the whole circuit: the part shows it and can try again.
            LogFault(Logger, e, what);
            Problem = Problem.From(what, "Something unexpected happened. Try again; if it happens again, copy the details and report them.", e, Time.GetUtcNow());
            return false;
        }
    }

    /// <summary>Leads to the sign-in page. When several parts find out at the same time, the first one navigates.</summary>
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

    [LoggerMessage(LogLevel.Error, "{What} failed unexpectedly")]
    private static partial void LogFault(ILogger logger, Exception exception, string what);
}
