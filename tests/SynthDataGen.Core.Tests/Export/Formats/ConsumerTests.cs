using System.Text.Json;
using FsCheck.Fluent;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Tests.Export.Formats;

/// <summary>Loads each format like its consumer, and finds exactly the pairs that went in.</summary>
public sealed class ConsumerTests
{
    private static readonly ExportedPair[] Hostile = [.. HostilePairs.Pair.Sample(30, 150), SamplePairs.Nasty with { OriginalAnswer = "", ContextTexts = [new(0, SamplePairs.Hostile)] }];

    public static TheoryData<string, Packaging, string> Formats => new()
    {
        { "alpaca", Packaging.Files, "alpaca" },
        { "alpaca", Packaging.HuggingFace, "alpaca-lines" },
        { "alpaca", Packaging.LlamaFactory, "alpaca-lines" },
        { "sharegpt", Packaging.Files, "sharegpt" },
        { "sharegpt", Packaging.HuggingFace, "sharegpt-lines" },
        { "openai", Packaging.Files, "openai" },
        { "prompt-completion", Packaging.Files, "prompt-completion" },
        { "dpo", Packaging.Files, "dpo" },
        { "kto", Packaging.Files, "kto" },
        { "raft", Packaging.Files, "raft" },
        { "squad", Packaging.Files, "squad" },
        { "squad", Packaging.HuggingFace, "squad-lines" },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_consumer_gets_exactly_the_pairs_that_went_in(string format, Packaging packaging, string reader)
    {
        var written = await Written.AsAsync(Written.Settings(format) with { Packaging = packaging }, Hostile);
        var held = Hostile.Where((_, i) => written.Hashes[i] is not null).ToList();
        held.Count.ShouldBeGreaterThan(Hostile.Length / 4);

        var rows = await Consumer.LoadAsync(reader, written.Bytes);
        rows.Select(row => row.GetProperty("question").GetString()).ShouldBe(held.Select(pair => Consumer.Held(pair.Question)));
        rows.Where((row, i) => !HasTheAnswer(row, held[i]) || !HasTheOrigin(row, held[i])).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("json")]
    [InlineData("jsonl")]
    public async Task Our_own_json_has_all_fields(string format)
    {
        var rows = await Consumer.LoadAsync(format, (await Written.AsAsync(format, Hostile)).Bytes);

        rows.Length.ShouldBe(Hostile.Length);
        rows.Where((row, i) => row.GetProperty("answer").GetString() != Consumer.Held(Hostile[i].Answer)
            || row.GetProperty("document").GetString() != Consumer.Held(Hostile[i].DocumentKey)
            || row.GetProperty("id").GetGuid() != Hostile[i].Id).ShouldBeEmpty();
        rows.Select(row => string.Join(',', row.EnumerateObject().Select(field => $"{field.Name}:{field.Value.ValueKind}"))).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_table_has_all_fields_and_runs_no_cell()
    {
        var settings = Written.Settings("csv") with
        {
            Fields = [new("=question", "question"), new("", "answer"), new("'document\"", "document"), new("evidence", "evidence"), new("context", "context"), new("page", "page")],
        };
        var rows = await Consumer.LoadAsync("csv", (await Written.AsAsync(settings, Hostile)).Bytes);

        rows.Select(row => row.GetProperty("=question").GetString()).ShouldBe(Hostile.Select(pair => Consumer.Held(pair.Question)));
        rows.Select(row => row.GetProperty("").GetString()).ShouldBe(Hostile.Select(pair => Consumer.Held(pair.Answer)));
        rows.Select(row => row.GetProperty("'document\"").GetString()).ShouldBe(Hostile.Select(pair => Consumer.Held(pair.DocumentKey)));
        rows.Select(row => row.GetProperty("context").GetString()).ShouldBe(Hostile.Select(pair => Consumer.Held(pair.ContextTexts[0].Text)));
        rows.Select(row => JsonDocument.Parse(row.GetProperty("evidence").GetString()!).RootElement.GetArrayLength()).ShouldBe(Hostile.Select(pair => pair.Evidence.Count));
    }

    [Theory]
    [InlineData("alpaca")]
    [InlineData("sharegpt")]
    [InlineData("openai")]
    public async Task Each_row_has_the_system_message(string format)
    {
        var settings = Written.Settings(format) with { System = "You know »everything«." };
        var rows = await Consumer.LoadAsync(format, (await Written.AsAsync(settings, [SamplePairs.Plain, SamplePairs.Full])).Bytes);

        rows.Select(row => row.GetProperty("system").GetString()).ShouldBe(["You know »everything«.", "You know »everything«."]);
    }

    private static bool HasTheAnswer(JsonElement row, ExportedPair pair) =>
        (!row.TryGetProperty("answer", out var answer) || answer.GetString() == Consumer.Held(pair.Answer))
        && (!row.TryGetProperty("rejected", out var rejected) || rejected.GetString() == Consumer.Held(pair.OriginalAnswer!))
        && (!row.TryGetProperty("label", out var label) || label.GetBoolean() == (pair.Status == PairStatus.Approved));

    private static bool HasTheOrigin(JsonElement row, ExportedPair pair) =>
        !row.TryGetProperty("provenance", out var from)
        || (from.GetProperty("pair").GetGuid() == pair.Id
            && from.GetProperty("document").GetString() == Consumer.Held(pair.DocumentKey)
            && from.GetProperty("evidence").EnumerateArray().Select(evidence => evidence.GetProperty("quote").GetString())
                .SequenceEqual(pair.Evidence.Select(evidence => Consumer.Held(evidence.Quote))));
}
