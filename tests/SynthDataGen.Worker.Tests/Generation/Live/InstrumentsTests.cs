using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.AI;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Telemetry;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Worker.Generation.Live;

namespace SynthDataGen.Worker.Tests.Generation.Live;

/// <summary>The product's own metrics, heard within the process; each test has a generator of its own name.</summary>
public sealed class InstrumentsTests : IDisposable
{
    private readonly string generator = $"{Guid.CreateVersion7()}";
    private readonly ConcurrentQueue<(string Name, long Value, string Tags)> heard = new();
    private readonly MeterListener listener = new();

    public InstrumentsTests()
    {
        listener.InstrumentPublished = (instrument, metrics) =>
        {
            if (instrument.Meter.Name == Instruments.Source)
            {
                metrics.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Hear(instrument, value, tags));
        listener.Start();
    }

    public void Dispose() => listener.Dispose();

    [Fact]
    public async Task Calls_are_in_flight_until_they_end_and_each_but_the_first_was_made_again()
    {
        var count = new CallCounts().Of(NewRun());
        using var model = new ScriptedChatClient(() => throw new GeneratorException(GeneratorException.RateLimited, "busy"), () => new());
        model.OnCall = () => count.News()!.InFlight.ShouldBe(1);
        using var counted = new CountedChatClient(model, generator, count);

        await Should.ThrowAsync<GeneratorException>(counted.GetResponseAsync("Hello?", cancellationToken: TestContext.Current.CancellationToken));
        await counted.GetResponseAsync("Hello?", cancellationToken: TestContext.Current.CancellationToken);

        Sum("synthdatagen.calls.in_flight").ShouldBe(0);
        heard.Count(one => one is { Name: "synthdatagen.calls.in_flight", Value: 1 }).ShouldBe(2);
        Sum("synthdatagen.calls.retries").ShouldBe(1);
        var news = count.News()!;
        (news.InFlight, news.Retries).ShouldBe((0, 1));
    }

    [Fact]
    public void Figures_that_could_not_be_told_are_told_with_the_next_ones()
    {
        var counts = new CallCounts();
        var count = counts.Of(NewRun());
        count.Begin(again: true);
        count.End();
        var (said, news) = counts.News().ShouldHaveSingleItem();
        said.Settle(news, saved: false);
        count.Begin(again: true);
        count.End();

        var (again, both) = counts.News().ShouldHaveSingleItem();
        again.Settle(both, saved: true);

        both.Retries.ShouldBe(2);
        counts.News().ShouldBeEmpty();
    }

    [Fact]
    public void Contexts_are_counted_by_outcome_and_pairs_by_type()
    {
        Instruments.Succeeded(generator, [Pair(QuestionTypes.Factual), Pair(QuestionTypes.Factual), Pair(QuestionTypes.Procedure)]);
        Instruments.Failed(generator, GeneratorException.TimedOut);

        heard.Select(one => (one.Name, one.Value, one.Tags)).ShouldBe(
            [
                ("synthdatagen.contexts", 1, "synthdatagen.outcome=succeeded"),
                ("synthdatagen.pairs", 2, "synthdatagen.question_type=factual"),
                ("synthdatagen.pairs", 1, "synthdatagen.question_type=procedure"),
                ("synthdatagen.contexts", 1, "synthdatagen.outcome=failed error.type=timed-out"),
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void Queues_and_circuits_are_levels()
    {
        Instruments.Observe(() => new(new Dictionary<string, int> { [generator] = 7 }, new Dictionary<string, bool> { [generator] = true }));

        listener.RecordObservableInstruments();

        heard.Select(one => (one.Name, one.Value)).ShouldBe([("synthdatagen.queue.length", 7), ("synthdatagen.circuit.open", 1)], ignoreOrder: true);
    }

    private static Run NewRun() => new() { Id = Guid.CreateVersion7(), GeneratorName = "g", Model = "m", Recipe = new(), StartedBy = "tester" };

    private static GroundedPair Pair(string type) => new(new("Question?", "Answer.", [], type, null), [], []);

    private long Sum(string name) => heard.Where(one => one.Name == name).Sum(one => one.Value);

    private void Hear(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var named = tags.ToArray();
        if (Array.Exists(named, tag => Equals(tag.Value, generator)))
        {
            heard.Enqueue((instrument.Name, value, string.Join(' ', named.Where(tag => !Equals(tag.Value, generator)).Select(tag => $"{tag.Key}={tag.Value}"))));
        }
    }
}
