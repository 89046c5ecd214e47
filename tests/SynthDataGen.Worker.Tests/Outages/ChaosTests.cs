using Npgsql;
using SynthDataGen.Core.Generation;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests.Outages;

/// <summary>Workers are killed and the database is restarted, all in the middle of one run.</summary>
public sealed class ChaosTests
{
    private const int Contexts = 500;
    private const int Concurrency = 16;
    private const int Kills = 3;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_context_is_done_once_and_no_kept_answer_is_paid_again()
    {
        await using var server = await PostgresServer.StartAsync(Token);
        await using var model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Grounded);
        model.Latency = TimeSpan.FromMilliseconds(250);
        await using var stack = await Stack.PrepareAsync(server);
        var workers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => stack.StartWorkerAsync()));
        var run = await stack.Runs.StartAsync(model, [await stack.Documents.BookAsync(Contexts)], concurrency: Concurrency);
        var inFlightAtKills = new HashSet<string>();

        for (var kill = 0; kill < Kills; kill++)
        {
            await DoneAsync(100 * (kill + 1));
            await workers[kill].KillAsync(Token);
            inFlightAtKills.UnionWith(await UnkeptAsync());
            await stack.StartWorkerAsync();
        }

        await DoneAsync(400);
        await server.RestartAsync(crash: false, Token);
        stack.Get<NpgsqlDataSource>().Clear(); // The test's own connections are broken, too.
        var row = await stack.Runs.EndAsync(run);

        (row.Run.State, row.Succeeded, row.Failed, row.Pending).ShouldBe((RunState.Finished, Contexts, 0, 0));
        var pairs = await stack.Runs.PairsAsync(run);
        pairs.Select(p => (p.Context, p.Ordinal)).ShouldBe(Enumerable.Range(0, Contexts).SelectMany(context => new[] { (context, 0), (context, 1) }));
        (await stack.Runs.CallsAsync(run)).Count.ShouldBe(Contexts);
        var askedAgain = model.Requests.GroupBy(request => request.Source).Where(asked => asked.Count() > 1).ToList();
        askedAgain.Select(asked => asked.Key).ShouldBeSubsetOf(inFlightAtKills);
        askedAgain.ShouldAllBe(asked => asked.Count() <= 1 + Kills);
        model.MaxInFlight.ShouldBeLessThanOrEqualTo(Concurrency);

        // What was asked and has no answer that is kept: in flight, or on its way to the database.
        async Task<IEnumerable<string>> UnkeptAsync()
        {
            var kept = (await stack.Runs.CallsAsync(run)).Select(call => call.RunItemId).ToHashSet();
            var texts = await stack.Runs.TextsAsync(run);
            return model.Requests.Select(request => request.Source).Except(texts.Where(text => kept.Contains(text.Key)).Select(text => text.Value), StringComparer.Ordinal);
        }

        Task DoneAsync(int contexts) => stack.Runs.SeeAsync(run, seen => seen.Succeeded >= contexts, $"{contexts} contexts further");
    }
}
