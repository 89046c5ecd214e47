using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Access;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Client.Events;
using SynthDataGen.Core.Data.Changes;

namespace SynthDataGen.Api.Events;

/// <summary>Server-sent events: what changes in a workspace, as it changes.</summary>
internal static class EventEndpoints
{
    public static void MapEvents(this RouteGroupBuilder workspace) => workspace.MapGet("/events", Listen).WithTags("Events");

    private static ServerSentEventsResult<Change> Listen(
        CurrentWorkspace workspace, ClaimsPrincipal principal, ChangeFeed feed, IHostApplicationLifetime lifetime, CancellationToken cancellationToken) =>
        TypedResults.ServerSentEvents(ChangesAsync(workspace.Id, principal.Caller().PersonId, feed, lifetime.ApplicationStopping, cancellationToken));

    private static async IAsyncEnumerable<SseItem<Change>> ChangesAsync(
        Guid workspaceId, Guid personId, ChangeFeed feed, CancellationToken stopping, [EnumeratorCancellation] CancellationToken aborted)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, aborted);
        await foreach (var note in feed.ListenAsync(workspaceId, ended.Token))
        {
            yield return new(new Change(note.Kind, note.Id), note.Kind);
            if (note.Kind == ChangeNote.Member && (note.Id is null || note.Id == personId))
            {
                yield break; // Anyone who may still listen asks again.
            }
        }
    }
}
