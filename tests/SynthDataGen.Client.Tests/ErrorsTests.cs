using SynthDataGen.Testing;

namespace SynthDataGen.Client.Tests;

/// <summary>What goes wrong, as the caller sees it.</summary>
public sealed class ErrorsTests
{
    private const string Id = "01996f00-0000-7000-8000-000000000001";
    private const string Decisions = $"POST workspaces/default/pairs/{Id}/decisions";
    private const string Problem = "application/problem+json";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task I_can_tell_problems_apart_by_their_code()
    {
        await using var api = await FakeApi.StartAsync();
        api.Answers("GET workspaces", """{ "title": "Bad", "detail": "The page is too long.", "code": "limit" }""", 400, Problem);

        var error = await Should.ThrowAsync<SynthDataGenException>(() => api.Client.Workspaces.ListAsync(Cancel));

        (error.Message, error.Code, error.Status).ShouldBe(("The page is too long.", "limit", 400));
    }

    [Theory]
    [InlineData(401, "not signed in")]
    [InlineData(404, "no such thing")]
    [InlineData(413, "larger than")]
    [InlineData(502, "answered 502")]
    public async Task I_can_read_a_sentence_where_a_proxy_answers(int status, string expected)
    {
        await using var api = await FakeApi.StartAsync();
        api.Answers("GET workspaces", "<html>nginx</html>", status, "text/html");

        var error = await Should.ThrowAsync<SynthDataGenException>(() => api.Client.Workspaces.ListAsync(Cancel));

        error.Message.ShouldContain(expected);
        (error.Code, error.Status).ShouldBe(($"http-{status}", status));
    }

    [Fact]
    public async Task I_can_see_the_pair_that_somebody_else_changed()
    {
        await using var api = await FakeApi.StartAsync();
        api.Answers(
            Decisions,
            $$"""{ "detail": "Somebody was quicker.", "code": "version-conflict", "current": { "id": "{{Id}}", "version": 7, "status": "rejected" } }""",
            409,
            Problem);

        var error = await Should.ThrowAsync<PairChangedException>(() => api.Workspace.Review.DecideAsync(new(Id), new("approve", 1), Cancel));

        (error.Current.Version, error.Current.Status, error.Message).ShouldBe((7, "rejected", "Somebody was quicker."));
    }

    [Fact]
    public async Task I_can_tell_another_conflict_from_a_changed_pair()
    {
        await using var api = await FakeApi.StartAsync();
        api.Answers("POST workspaces", """{ "detail": "There is one already.", "code": "taken" }""", 409, Problem);

        var error = await Should.ThrowAsync<SynthDataGenException>(() => api.Client.Workspaces.CreateAsync(new("legal"), Cancel));

        error.ShouldNotBeOfType<PairChangedException>();
        error.Code.ShouldBe("taken");
    }

    [Theory]
    [InlineData("null", "application/json")]
    [InlineData("<html>a portal</html>", "text/html")]
    [InlineData("{ \"items\": [", "application/json")]
    public async Task I_can_tell_an_unreadable_answer(string body, string type)
    {
        await using var api = await FakeApi.StartAsync();
        api.Answers("GET workspaces", body, type: type);

        var error = await Should.ThrowAsync<SynthDataGenException>(() => api.Client.Workspaces.ListAsync(Cancel));

        error.Code.ShouldBe("unreadable-reply");
    }

    [Fact]
    public async Task I_can_tell_that_the_server_is_not_running()
    {
        using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{FreePort.Take()}") };

        var error = await Should.ThrowAsync<SynthDataGenException>(() => new SynthDataGenClient(http).Workspaces.ListAsync(Cancel));

        (error.Code, error.Status).ShouldBe(("unreachable", 0));
        error.Message.ShouldContain(http.BaseAddress.ToString());
    }

    [Fact]
    public async Task I_can_tell_that_the_server_takes_too_long()
    {
        await using var api = await FakeApi.StartAsync();
        api.Answers("GET workspaces", context => Task.Delay(Timeout.Infinite, context.RequestAborted));

        var error = await Should.ThrowAsync<SynthDataGenException>(() => api.Impatient.Workspaces.ListAsync(Cancel));

        error.Code.ShouldBe("timed-out");
    }

    [Fact]
    public async Task I_can_cancel_a_call()
    {
        await using var api = await FakeApi.StartAsync();
        using var source = new CancellationTokenSource();
        api.Answers("GET workspaces", context =>
        {
            source.Cancel();
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        await Should.ThrowAsync<OperationCanceledException>(() => api.Client.Workspaces.ListAsync(source.Token));
    }
}
