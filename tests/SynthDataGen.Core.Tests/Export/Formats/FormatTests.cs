using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SynthDataGen.Client.Export;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Export.Formats;
using SynthDataGen.Core.Export.Formats.Rows;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Tests.Export.Formats;

public sealed class FormatTests
{
    private static readonly ExportedPair Held = SamplePairs.Nasty with
    {
        OriginalAnswer = "Another one.",
        ContextTexts = [new(0, SamplePairs.Hostile)],
        Distractors = ["one", "two", "three", "four", "five"],
    };

    public static TheoryData<string> Names => [.. DatasetFormats.All.Select(format => format.Name)];

    [Fact]
    public void Every_format_of_the_settings_exists()
    {
        DatasetFormats.All.Select(format => format.Name).ShouldBe(
            ["json", "jsonl", "alpaca", "sharegpt", "openai", "prompt-completion", "squad", "dpo", "kto", "raft", "csv"], ignoreOrder: true);
        DatasetFormats.Find("xml").ShouldBeNull();
        DatasetFormats.All.ShouldAllBe(format => format.Packagings.Contains(Packaging.Files));
    }

    [Fact]
    public void Fields_are_those_of_the_sdk() => DatasetFields.All.ShouldBe(ExportFields.All);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_same_pairs_give_the_same_bytes_and_hashes(string format)
    {
        ExportedPair[] pairs = [Held, Held with { Id = Guid.CreateVersion7(), Context = 8 }, SamplePairs.Full with { OriginalAnswer = "x", ContextTexts = [new(0, "Three months.")] }];
        var written = await Written.AsAsync(format, pairs);

        (await Written.AsAsync(format, pairs)).Bytes.ShouldBe(written.Bytes);
        written.Hashes.ShouldBe(written.Rows.Select(row => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(row)))));
        written.Rows.Count.ShouldBe(3);
        written.Rows.ShouldAllBe(row => written.Text.Contains(row) && (format == "csv" ? row.StartsWith('"') : row.StartsWith('{') && row.EndsWith('}')));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Long_texts_and_many_pairs_are_written_in_full(string format)
    {
        var emoji = string.Concat(Enumerable.Repeat("\U0001F469\u200D\U0001F680", 20_000));
        var pair = Held with { Question = emoji, Answer = emoji, ContextTexts = [new(0, emoji)], Evidence = [] };
        var written = await Written.AsAsync(format, [.. Enumerable.Repeat(pair, 20)]);

        written.Rows.Count.ShouldBe(20);
        Encoding.UTF8.GetByteCount(written.Text).ShouldBe(written.Bytes.Length);
        written.Rows.ShouldAllBe(row => row.Length > emoji.Length);
    }

    [Fact]
    public async Task Preferences_follow_from_edits_and_decisions()
    {
        var approved = SamplePairs.Plain with { OriginalAnswer = "Two months." };
        var dpo = await Consumer.LoadAsync("dpo", (await Written.AsAsync("dpo", approved, SamplePairs.Plain, SamplePairs.Plain with { OriginalAnswer = SamplePairs.Plain.Answer })).Bytes);
        var kto = await Consumer.LoadAsync(
            "kto", (await Written.AsAsync("kto", approved, approved with { Status = PairStatus.Rejected }, approved with { Status = PairStatus.Pending })).Bytes);

        var row = dpo.ShouldHaveSingleItem();
        (row.GetProperty("answer").GetString(), row.GetProperty("rejected").GetString()).ShouldBe(("Three months.", "Two months."));
        kto.Select(found => found.GetProperty("label").GetBoolean()).ShouldBe([true, false]);
        DatasetFormats.All.Where(format => format.TakesRejected).ShouldHaveSingleItem().Name.ShouldBe("kto");
    }

    [Fact]
    public async Task An_empty_message_is_not_used_for_training()
    {
        var written = await Written.AsAsync(Written.Settings("openai") with { System = " " }, [SamplePairs.Plain with { Answer = "\n" }, SamplePairs.Plain with { Question = "" }, SamplePairs.Plain with { Answer = " \u001F\u001C" }, SamplePairs.Plain]);

        (await Consumer.LoadAsync("openai", written.Bytes)).ShouldHaveSingleItem().GetProperty("system").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void A_format_needs_what_its_fields_need()
    {
        var context = Written.Settings("csv") with { Fields = [new("c", "context")] };

        DatasetFormats.Find("csv")!.NeedsWith(context).ShouldBe(FormatNeeds.Context);
        DatasetFormats.Find("jsonl")!.NeedsWith(context).ShouldBe(FormatNeeds.Context);
        DatasetFormats.Find("jsonl")!.NeedsWith(Written.Settings("jsonl")).ShouldBe(FormatNeeds.None);
        DatasetFormats.Find("raft")!.NeedsWith(Written.Settings("raft")).ShouldBe(FormatNeeds.Context | FormatNeeds.Distractors);
    }

    [Fact]
    public async Task Rows_have_the_described_columns()
    {
        var formats = DatasetFormats.All.OfType<JsonRowsFormat>().ToList();
        formats.ShouldNotBeEmpty();
        foreach (var format in formats)
        {
            var settings = Written.Settings(format.Name) with { Packaging = Packaging.HuggingFace, System = "s" };
            var row = JsonDocument.Parse((await Written.AsAsync(settings, [Held])).Rows.Single()).RootElement;
            Described(row).ShouldBe(string.Concat(format.ColumnsIn(settings).Select(column => Described(column))), format.Name);
        }
    }

    /// <summary>The shape of an object: names and types, lists by their first element.</summary>
    private static string Described(JsonElement row) => string.Concat(row.EnumerateObject().Select(property => $"{property.Name}:{Type(property.Value)} "));

    private static string Type(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{Described(value)}}}",
        JsonValueKind.Array => $"[{Type(value[0])}]",
        JsonValueKind.Number => Column.Int64,
        JsonValueKind.True or JsonValueKind.False => Column.Bool,
        JsonValueKind.String => Column.String,
        _ => value.ValueKind.ToString(),
    };

    private static string Described(Column column)
    {
        var type = column.Fields is null ? column.Type : $"{{{string.Concat(column.Fields.Select(Described))}}}";
        return $"{column.Name}:{new string('[', column.Lists)}{type}{new string(']', column.Lists)} ";
    }
}
