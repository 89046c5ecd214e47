namespace SynthDataGen.Api.Tests.Events;

public sealed class EventTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_listener_hears_of_a_change_in_its_workspace()
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using var changes = api.Workspace.Events.ListenAsync(enough.Token).GetAsyncEnumerator(enough.Token);
        var next = changes.MoveNextAsync();
        var document = await UploadUntilHeardAsync(next);
        changes.Current.Kind.ShouldBe("document");
        document.ShouldContain(changes.Current.Id!.Value);
        await enough.CancelAsync();
    }

    /// <summary>The connection is up at some moment; changes before it are not repeated, so more are made until one is heard.</summary>
    private async Task<IReadOnlyList<Guid>> UploadUntilHeardAsync(ValueTask<bool> heard)
    {
        var first = heard.AsTask();
        var uploaded = new List<Guid>();
        while (!first.IsCompleted)
        {
            uploaded.Add((await api.Seed.UploadAsync($"event-{uploaded.Count}.txt")).Id);
            await Task.WhenAny(first, Task.Delay(100, Token));
        }

        (await first).ShouldBeTrue();
        return uploaded;
    }
}
