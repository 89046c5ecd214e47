using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SynthDataGen.Client.Export;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Export.Formats;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using Wire = SynthDataGen.Client.Review;

namespace SynthDataGen.Core.Tests.Export.Formats;

public sealed class JsonFormatTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, 7, TimeSpan.Zero);

    private static readonly JsonSerializerOptions AsOnTheWire = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task The_document_is_what_the_sdk_would_write()
    {
        ExportedPair[] pairs = [SamplePairs.Plain, SamplePairs.Full, SamplePairs.Nasty];
        var written = await Written.AsAsync(Written.Settings("json"), pairs, new("handbooks", Part.Train, 3, Now));

        written.Text.ShouldBe(JsonSerializer.Serialize(new ExportedDataset(Now, "handbooks", 3, [.. pairs.Select(ToWire)]), AsOnTheWire));
    }

    [Fact]
    public async Task The_sdk_reads_the_same_pairs_back()
    {
        var written = await Written.AsAsync(Written.Settings("json"), [SamplePairs.Full, SamplePairs.Plain], new("handbooks", Part.Train, 2, Now));

        var read = JsonSerializer.Deserialize<ExportedDataset>(written.Bytes, JsonSerializerOptions.Web)!;
        read.ExportedAt.ShouldBe(Now);
        read.Pairs.Select(pair => JsonSerializer.Serialize(pair, AsOnTheWire)).ShouldBe(
            new[] { SamplePairs.Full, SamplePairs.Plain }.Select(pair => JsonSerializer.Serialize(ToWire(pair), AsOnTheWire)));
    }

    [Fact]
    public async Task A_built_export_has_no_time()
    {
        var written = await Written.AsAsync("json", SamplePairs.Plain);

        written.Text.ShouldStartWith("{\n  \"workspace\": \"handbooks\",\n  \"count\": 1,\n");
    }

    [Fact]
    public async Task No_pairs_are_an_empty_list()
    {
        JsonDocument.Parse((await Written.AsAsync("json")).Bytes).RootElement.GetProperty("pairs").GetArrayLength().ShouldBe(0);
        (await Written.AsAsync("jsonl")).Bytes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_is_one_line_whatever_splits_the_file()
    {
        var written = await Written.AsAsync("jsonl", SamplePairs.Nasty, SamplePairs.Plain);

        written.Text.Split(["\r\n", "\n", "\r", "\u2028", "\u2029", "\u0085", "\v", "\f"], StringSplitOptions.RemoveEmptyEntries).ShouldBe(written.Rows);
        written.Text.ShouldEndWith("\n");
    }

    [Theory]
    [InlineData("json")]
    [InlineData("jsonl")]
    public async Task A_hash_covers_the_bytes_of_its_row(string format)
    {
        var written = await Written.AsAsync(format, SamplePairs.Plain, SamplePairs.Nasty, SamplePairs.Full);

        written.Rows.ShouldAllBe(row => row.StartsWith('{') && row.EndsWith('}'));
        written.Hashes.ShouldBe(written.Rows.Select(row => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(row)))));
    }

    [Fact]
    public async Task Chosen_fields_have_their_names_and_order()
    {
        var settings = Written.Settings("jsonl") with { Fields = [new("q", "question"), new("Quelle \"1\"", "document"), new("s", "score"), new("part", "part")] };

        (await Written.AsAsync(settings, [SamplePairs.Full], new("handbooks", Part.Test, 1))).Rows
            .ShouldBe(["""{"q":"How long is the notice period?","Quelle \"1\"":"contracts/2025/lease.pdf","s":4,"part":"test"}"""]);
        Should.Throw<ArgumentException>(() => DatasetFormats.Find("jsonl")!.Open(Stream.Null, settings with { Fields = [new("x", "wages")] }, new("w", Part.Train, 1)));
    }

    [Fact]
    public async Task Page_and_quote_are_those_of_the_first_evidence()
    {
        var settings = Written.Settings("jsonl") with { Fields = [new("page", "page"), new("quote", "quote")] };
        var two = SamplePairs.Plain with { Evidence = [new("first", 0, 5, 7, EvidenceMatch.Exact), new("second", 9, 15, 9, EvidenceMatch.Exact)] };

        (await Written.AsAsync(settings, [two, two with { Evidence = [] }])).Rows.ShouldBe(["""{"page":7,"quote":"first"}""", """{"page":0,"quote":""}"""]);
    }

    private static Wire.Pair ToWire(ExportedPair p) => new()
    {
        Id = p.Id, DocumentId = p.DocumentId, RunId = p.RunId, Question = p.Question, Answer = p.Answer,
        Evidence = [.. p.Evidence.Select(e => new Wire.Evidence { Quote = e.Quote, Start = e.Start, End = e.End, Page = e.Page, Match = Word(e.Match) })],
        QuestionType = p.QuestionType, Difficulty = p.Difficulty, Persona = p.Persona, Flags = [.. p.Flags], Status = Word(p.Status),
        Version = p.Version,
        Provenance = new()
        {
            DocumentKey = p.DocumentKey, RevisionId = p.RevisionId, Sha256 = p.Sha256, HeadingPath = [.. p.HeadingPath],
            Generator = p.Generator, Model = p.Model, Template = p.Template, TemplateVersion = p.TemplateVersion,
        },
        DecidedBy = p.DecidedBy, DecidedAt = p.DecidedAt, CreatedAt = p.CreatedAt, ClusterId = p.ClusterId,
        Judge = p.Judgement is { } j ? new() { Score = j.Score, Answerable = j.Answerable, Complete = j.Complete, Clear = j.Clear, Note = j.Note } : null,
        Tags = [.. p.Tags], Stage = p.Stage is { } stage ? Word(stage) : null, Assignee = p.Assignee,
    };

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
