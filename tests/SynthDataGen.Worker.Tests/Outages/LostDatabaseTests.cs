using SynthDataGen.Core.Generation;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests.Outages;

/// <summary>The database goes away in the middle of a run, and comes back.</summary>
public sealed class LostDatabaseTests
{
    private const int Contexts = 64;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_outlives_its_database_and_pays_no_answer_twice(bool crash)
    {
        await using var server = await PostgresServer.StartAsync(Token);
        await using var model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Grounded);
        model.Latency = TimeSpan.FromMilliseconds(200);
        await using var stack = await Stack.PrepareAsync(server);
        await stack.StartWorkerAsync();
        var run = await stack.Runs.StartAsync(model, [await stack.Documents.BookAsync(Contexts)]);
        await stack.Runs.SeeAsync(run, row => row.Succeeded >= 10, "under way");

        await server.RestartAsync(crash, Token);

        Npgsql.NpgsqlConnection.ClearAllPools();
        var row = await stack.Runs.EndAsync(run);
        (row.Run.State, row.Succeeded, row.Failed, row.Pairs).ShouldBe((RunState.Finished, Contexts, 0, 2 * Contexts), stack.Said);
        model.Requests.Count.ShouldBe(Contexts);
    }
}
