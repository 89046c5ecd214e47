using SynthDataGen.Client.Documents;
using SynthDataGen.Client.Generation;
using SynthDataGen.Client.Review;
using SynthDataGen.Client.Workspaces;

namespace SynthDataGen.Web.Tests.CannedApi;

/// <summary>A workspace in memory: documents in every status, runs, and forty pairs with true evidence.</summary>
internal sealed class CannedData
{
    public List<Member> Members { get; } = [new(Guid.CreateVersion7(), "admin", Roles.Administrator, null, TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow(), null, true)];

    public List<ApiKey> Keys { get; } = [];

    public const string Secret = "canned-secret";
    public const string Token = "canned-session";
    public const int PairCount = 40;

    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    public CannedData()
    {
        Handbook = Ready("handbook/employee-handbook.pdf", "application/pdf", 5);
        Policy = Ready("Sicherheitsrichtlinie für Datenverarbeitungsanlagen 2026.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", 3);
        Documents =
        [
            Handbook, Policy,
            Other("guide.md", "extracting", null), Other("minutes-march.html", "discovered", null),
            Other("scan-0041.pdf", "failed", new("no-text", "It holds pictures of pages but no text. Run text recognition over it and upload it again.")),
            Other("payroll (final) v2.pdf", "failed", new("encrypted", "It is protected with a password. Upload a copy without one.")),
        ];
        Text = CannedText.Make(Handbook.Revision!.Id);
        Texts = new() { [Handbook.Id] = Text, [Policy.Id] = CannedText.Make(Policy.Revision!.Id) };
        Pairs = [.. Enumerable.Range(0, PairCount).Select(MakePair)];
    }

    public Document Handbook { get; }
    public Document Policy { get; }
    public DocumentText Text { get; }
    public Dictionary<Guid, DocumentText> Texts { get; }
    public List<Document> Documents { get; }
    public List<Pair> Pairs { get; }

    /// <summary>Bulk decisions that were made, with their pairs as they stood before.</summary>
    public List<(BulkOutcome Outcome, BulkDecision Decision, IReadOnlyList<Pair> Before)> Bulk { get; } = [];

    public CannedExports Exports { get; } = new();

    public List<Run> Runs { get; } =
    [
        new(Guid.CreateVersion7(), "running", "running, 31 of 80 contexts", "team model", "qwen3-32b", "default", new(80, 30, 1, 49), 118,
            [new("rate-limited", 1, "The endpoint said 429 five times in a row.")], new(48_211, 9_120), 0.0312m, "admin", Now.AddMinutes(-4), null),
        new(Guid.CreateVersion7(), "finishedWithFailures", "finished, 3 of 40 contexts failed", "team model", "qwen3-32b", "default", new(40, 37, 3, 0), 141,
            [new("invalid-reply", 2, "The reply held no JSON."), new("timed-out", 1)], new(61_002, 14_800), 0.05m, "admin", Now.AddHours(-5), Now.AddHours(-5).AddMinutes(7)),
        new(Guid.CreateVersion7(), "cancelled", "cancelled, 4 of 12 contexts done", "extractive", "built-in", "default", new(12, 4, 0, 8), 16, [], new(0, 0), null, "admin", Now.AddDays(-2), Now.AddDays(-2).AddSeconds(3)),
    ];

    public List<Generator> Generators { get; } =
    [
        new(Guid.CreateVersion7(), "extractive", null, "built-in", false, 4, null, null, null, null, false),
        new(Guid.CreateVersion7(), "team model", "http://models.internal:8000/v1", "qwen3-32b", true, 8, null, null, 0.2m, 0.6m, true, 1.182, 240),
    ];

    public List<Recipe> Recipes { get; } = [new(Guid.CreateVersion7(), "default", new(["factual", "definition", "procedure"]), null, Now.AddDays(-3))];

    public List<FailedContext> FailedContexts { get; } =
    [
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), "handbook.pdf", ["4 Leave"], 17, "invalid-reply", "The reply held no JSON.", "Certainly! <b>Bananas</b>.", Now.AddHours(-5)),
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), "handbook.pdf", [], 2, "timed-out", null, null, Now.AddHours(-5)),
    ];

    public List<Workspace> Workspaces { get; } =
    [
        new(Guid.CreateVersion7(), "default", "Policies 2026", "default", "folder .data/store", Now.AddDays(-3)),
        new(Guid.CreateVersion7(), "manuals", "Manuals", "manuals", "folder .data/store", Now.AddDays(-1)),
    ];

    public Stats Stats => new(
        new(Documents.Count, Documents.Count(d => d.Status == "ready"), Documents.Count(d => d.Status is "extracting" or "discovered"), Documents.Count(d => d.Status == "failed")),
        Texts.Count * 5, new(Runs.Count, Runs.Count(run => run.IsActive)),
        new(Pairs.Count, Count("pending"), Count("approved"), Count("rejected"), Pairs.Count(pair => pair.Flags.Count > 0)),
        new(21_000, 21_000, 18_400));

    public static CannedData Empty()
    {
        var data = new CannedData();
        data.Documents.Clear();
        data.Pairs.Clear();
        data.Runs.Clear();
        return data;
    }

    private int Count(string status) => Pairs.Count(pair => pair.Status == status);

    private static Document Ready(string key, string mediaType, int pages) => new(
        Guid.CreateVersion7(), key, mediaType, 1_240_000, "ready", null,
        new(Guid.CreateVersion7(), new string('a', 64), pages, 10_500, 5, new(10_500, 10_500, 9_200, 310, [new("page header", 310, "Employee handbook · internal")])),
        new(20, 2, 1), Now.AddHours(-6), Now.AddHours(-6));

    private static Document Other(string key, string status, Failure? failure) =>
        new(Guid.CreateVersion7(), key, "application/pdf", 84_000, status, failure, null, new(0, 0, 0), Now.AddMinutes(-9), Now.AddMinutes(-3));

    private Pair MakePair(int number)
    {
        var document = number % 5 == 4 ? Policy : Handbook;
        var sentence = CannedText.Sentences[number % CannedText.Sentences.Count];
        var start = Text.Text.IndexOf(sentence, StringComparison.Ordinal);
        var page = Text.Pages.First(span => start < span.End);
        var status = number switch { 38 => "approved", 39 => "rejected", _ => "pending" };
        return new(
            Guid.CreateVersion7(Now.AddMinutes(-60).AddSeconds(number)), document.Id, Runs[0].Id, $"What does the handbook say about point {number + 1}, in section {page.Number}?", sentence,
            [new(sentence, start, start + sentence.Length, page.Number, "exact")], "factual", "easy", "new employee",
            number % 7 == 3 ? ["ungrounded"] : number % 7 == 5 ? ["duplicate", "too-short"] : [], status, 1,
            new(document.Key, document.Revision!.Id, new string('a', 64), [Text.Outline[page.Number - 1].Title], "team model", "qwen3-32b", "pairs", "3"),
            status == "pending" ? null : "admin", status == "pending" ? null : Now.AddHours(-1), Now.AddHours(-2), []);
    }
}
