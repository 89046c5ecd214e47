using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests.Generation;

public sealed class FinishedRunTests(Stack stack)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_context_succeeds_and_its_tokens_are_counted()
    {
        await using var model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Grounded);
        var row = await stack.Runs.FinishAsync(model, await stack.Documents.BookAsync(20));
        (row.Run.State, row.Succeeded, row.Failed, row.Pending, row.Pairs).ShouldBe((RunState.Finished, 20, 0, 0, 40));
        row.Run.FinishedAt.ShouldNotBeNull();
        var calls = await stack.Runs.CallsAsync(row.Run);
        calls.Count.ShouldBe(20);
        (row.InputTokens, row.OutputTokens).ShouldBe((calls.Sum(c => (long)c.InputTokens), calls.Sum(c => (long)c.OutputTokens)));
        row.OutputTokens.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Every_pair_quotes_the_text_word_by_word()
    {
        await using var model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Grounded);
        var book = await stack.Documents.ReadFileAsync(Path.Combine(Repository.Root, "samples", "employee-handbook.pdf"));
        var run = (await stack.Runs.FinishAsync(model, book.Document.Id)).Run;
        var text = (await stack.Documents.TextAsync(book)).Text;
        var pairs = await stack.Runs.PairsAsync(run);
        pairs.ShouldNotBeEmpty();
        pairs.SelectMany(p => p.Evidence).ShouldAllBe(e => e.Match != EvidenceMatch.Missing && text.Substring(e.Start, e.End - e.Start) == e.Quote);
        pairs.ShouldAllBe(p => p.Evidence.Count > 0 && p.Evidence.All(e => e.Page >= 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(11)]
    public async Task A_run_makes_exactly_as_many_pairs_as_it_may(int maxPairs)
    {
        await using var model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Grounded);
        var row = await stack.Runs.FinishAsync(model, await stack.Documents.BookAsync(6), maxPairs);
        (row.Run.State, row.Pairs).ShouldBe((RunState.Finished, maxPairs));
    }

    [Fact]
    public async Task The_built_in_generator_writes_grounded_pairs()
    {
        var guide = await stack.Documents.ReadFileAsync(Path.Combine(Repository.Root, "samples", "operations-guide.md"));
        var row = await stack.Runs.FinishAsync(null, guide.Document.Id);
        row.Run.State.ShouldBe(RunState.Finished);
        var text = (await stack.Documents.TextAsync(guide)).Text;
        var pairs = await stack.Runs.PairsAsync(row.Run);
        pairs.ShouldNotBeEmpty();
        pairs.SelectMany(p => p.Evidence).ShouldAllBe(e => text.Substring(e.Start, e.End - e.Start) == e.Quote);
    }

    [Fact]
    public async Task Pairs_that_an_earlier_run_made_are_duplicates_of_its_pairs()
    {
        var guide = await stack.Documents.ReadFileAsync(Path.Combine(Repository.Root, "samples", "source", "travel-policy.md"));
        var first = await stack.Runs.PairsAsync((await stack.Runs.FinishAsync(null, guide.Document.Id)).Run);
        var second = await stack.Runs.PairsAsync((await stack.Runs.FinishAsync(null, guide.Document.Id)).Run);
        first.ShouldAllBe(p => p.ClusterId == null);
        second.Select(p => p.ClusterId).ShouldBe(first.Select(p => (Guid?)p.Id));
        second.ShouldAllBe(p => p.Flags.Contains(PairFlags.Duplicate));
    }

    [Fact]
    public async Task Boilerplate_is_skipped_and_counted()
    {
        const string Text = """
            # Stations

            The harbour station was opened in the spring of 1871 by the coastal railway.

            ## Licence

            Permission is hereby granted, free of charge, to any person obtaining a copy of this book.
            """;
        await using var model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Grounded);
        var book = await stack.Documents.ReadAsync($"{Guid.CreateVersion7()}.md", Text);
        var row = await stack.Runs.FinishAsync(model, book.Document.Id);
        (row.Succeeded, row.Skipped).ShouldBe((1, 1));
        var revision = (await stack.Documents.ChunksAsync(book)).Select(chunk => (chunk.Kind, chunk.InContext));
        revision.ShouldBe([(ChunkKind.Text, true), (ChunkKind.Licence, false)]);
    }

    [Fact]
    public async Task What_reached_the_model_counts_as_covered()
    {
        await using var model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Grounded);
        var row = await stack.Documents.ReadFileAsync(Path.Combine(Repository.Root, "samples", "operations-guide.md"));
        await stack.Runs.FinishAsync(model, row.Document.Id);
        var covered = await stack.LookAsync(db => db.Revisions.FindAsync([row.Revision!.Id], Token).AsTask());
        covered!.ContextCharacters.ShouldBe(row.Revision!.ExtractedCharacters);
    }

    [Fact]
    public async Task No_more_calls_are_open_at_once_than_the_generator_may_have()
    {
        await using var model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Grounded);
        model.Latency = TimeSpan.FromMilliseconds(50);
        var run = await stack.Runs.StartAsync(model, [await stack.Documents.BookAsync(40)], concurrency: 3);
        await stack.Runs.EndAsync(run);
        model.MaxInFlight.ShouldBe(3);
    }

    [Fact]
    public async Task A_run_without_a_readable_document_finishes_with_nothing()
    {
        var row = await stack.Runs.FinishAsync(null, (await stack.Documents.ReadAsync("nothing.pdf", "")).Document.Id);
        (row.Run.State, row.Pairs).ShouldBe((RunState.Finished, 0));
    }
}
