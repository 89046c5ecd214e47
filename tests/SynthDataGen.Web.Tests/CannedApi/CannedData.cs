using SynthDataGen.Client.Documents;
using SynthDataGen.Client.Generation;
using SynthDataGen.Client.Review;
using SynthDataGen.Client.Workspaces;

namespace SynthDataGen.Web.Tests.CannedApi;

/// <summary>A workspace in memory: documents in every status, runs, and forty pairs with true evidence.</summary>
internal sealed class CannedData
{
    public List<Member> Members { get; } = [new()
    {
        Id = Guid.CreateVersion7(), Name = "admin", Role = Roles.Administrator, Contact = null,
        CreatedAt = TimeProvider.System.GetUtcNow(), LastSeenAt = TimeProvider.System.GetUtcNow(), LinkExpiresAt = null,
        IsEverywhere = true,
    }];

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

    /// <summary>Bulk decisions, with their pairs as they were before.</summary>
    public List<(BulkOutcome Outcome, BulkDecision Decision, IReadOnlyList<Pair> Before)> Bulk { get; } = [];

    public CannedExports Exports { get; } = new();

    public List<Run> Runs { get; } =
    [
        new()
        {
            Id = Guid.CreateVersion7(), State = "running", Summary = "running, 31 of 80 contexts", Generator = "team model",
            Model = "qwen3-32b", Recipe = "default", Contexts = new(80, 30, 1, 49), Pairs = 118,
            Failures = [new("rate-limited", 1, "The endpoint said 429 five times in a row.")], Tokens = new(48_211, 9_120), Cost = 0.0312m,
            StartedBy = "admin", StartedAt = Now.AddMinutes(-4), FinishedAt = null,
        },
        new()
        {
            Id = Guid.CreateVersion7(), State = "finishedWithFailures", Summary = "finished, 3 of 40 contexts failed",
            Generator = "team model", Model = "qwen3-32b", Recipe = "default", Contexts = new(40, 37, 3, 0), Pairs = 141,
            Failures = [new("invalid-reply", 2, "The reply held no JSON."), new("timed-out", 1)], Tokens = new(61_002, 14_800), Cost = 0.05m,
            StartedBy = "admin", StartedAt = Now.AddHours(-5), FinishedAt = Now.AddHours(-5).AddMinutes(7),
        },
        new()
        {
            Id = Guid.CreateVersion7(), State = "cancelled", Summary = "cancelled, 4 of 12 contexts done", Generator = "extractive",
            Model = "built-in", Recipe = "default", Contexts = new(12, 4, 0, 8), Pairs = 16, Failures = [], Tokens = new(0, 0), Cost = null,
            StartedBy = "admin", StartedAt = Now.AddDays(-2), FinishedAt = Now.AddDays(-2).AddSeconds(3),
        },
    ];

    public List<Generator> Generators { get; } =
    [
        new()
        {
            Id = Guid.CreateVersion7(), Name = "extractive", Endpoint = null, Model = "built-in", HasApiKey = false, Concurrency = 4,
            RequestsPerMinute = null, TokensPerMinute = null, InputPrice = null, OutputPrice = null, IsDefault = false,
        },
        new()
        {
            Id = Guid.CreateVersion7(), Name = "team model", Endpoint = "http://models.internal:8000/v1", Model = "qwen3-32b",
            HasApiKey = true, Concurrency = 8, RequestsPerMinute = null, TokensPerMinute = null, InputPrice = 0.2m, OutputPrice = 0.6m,
            IsDefault = true, TokensPerEstimated = 1.182, CalibrationCalls = 240,
        },
    ];

    public List<Recipe> Recipes { get; } = [new()
    {
        Id = Guid.CreateVersion7(), Name = "default", Settings = new() { Types = ["factual", "definition", "procedure"] },
        GeneratorId = null, CreatedAt = Now.AddDays(-3),
    }];

    public List<FailedContext> FailedContexts { get; } =
    [
        new()
        {
            Id = Guid.CreateVersion7(), DocumentId = Guid.CreateVersion7(), DocumentKey = "handbook.pdf", HeadingPath = ["4 Leave"], Page = 17,
            Reason = "invalid-reply", Message = "The reply held no JSON.", Reply = "Certainly! <b>Bananas</b>.", At = Now.AddHours(-5),
        },
        new()
        {
            Id = Guid.CreateVersion7(), DocumentId = Guid.CreateVersion7(), DocumentKey = "handbook.pdf", HeadingPath = [], Page = 2,
            Reason = "timed-out", Message = null, Reply = null, At = Now.AddHours(-5),
        },
    ];

    public List<Workspace> Workspaces { get; } =
    [
        new() { Id = Guid.CreateVersion7(), Name = "default", Title = "Policies 2026", Bucket = "default", Store = "folder .data/store", CreatedAt = Now.AddDays(-3) },
        new() { Id = Guid.CreateVersion7(), Name = "manuals", Title = "Manuals", Bucket = "manuals", Store = "folder .data/store", CreatedAt = Now.AddDays(-1) },
    ];

    public Stats Stats => new()
    {
        Documents = new(Documents.Count, Documents.Count(d => d.Status == "ready"), Documents.Count(d => d.Status is "extracting" or "discovered"), Documents.Count(d => d.Status == "failed")),
        Chunks = Texts.Count * 5, Runs = new(Runs.Count, Runs.Count(run => run.IsActive)),
        Pairs = new()
        {
            Total = Pairs.Count, Pending = Count("pending"), Approved = Count("approved"), Rejected = Count("rejected"),
            Flagged = Pairs.Count(pair => pair.Flags.Count > 0),
        },
        Coverage = new(21_000, 21_000, 18_400),
    };

    public static CannedData Empty()
    {
        var data = new CannedData();
        data.Documents.Clear();
        data.Pairs.Clear();
        data.Runs.Clear();
        return data;
    }

    private int Count(string status) => Pairs.Count(pair => pair.Status == status);

    private static Document Ready(string key, string mediaType, int pages) => new()
    {
        Id = Guid.CreateVersion7(), Key = key, MediaType = mediaType, SizeBytes = 1_240_000, Status = "ready", Failure = null,
        Revision = new()
        {
            Id = Guid.CreateVersion7(), Sha256 = new string('a', 64), Pages = pages, Characters = 10_500, Chunks = 5,
            Coverage = new() { Extracted = 10_500, Chunked = 10_500, InContexts = 9_200, LeftOut = 310, Reasons = [new("page header", 310, "Employee handbook · internal")] },
        },
        Pairs = new(20, 2, 1), CreatedAt = Now.AddHours(-6), UpdatedAt = Now.AddHours(-6),
    };

    private static Document Other(string key, string status, Failure? failure) =>
        new()
        {
            Id = Guid.CreateVersion7(), Key = key, MediaType = "application/pdf", SizeBytes = 84_000, Status = status, Failure = failure,
            Revision = null, Pairs = new(0, 0, 0), CreatedAt = Now.AddMinutes(-9), UpdatedAt = Now.AddMinutes(-3),
        };

    private Pair MakePair(int number)
    {
        var document = number % 5 == 4 ? Policy : Handbook;
        var sentence = CannedText.Sentences[number % CannedText.Sentences.Count];
        var start = Text.Text.IndexOf(sentence, StringComparison.Ordinal);
        var page = Text.Pages.First(span => start < span.End);
        var status = number switch { 38 => "approved", 39 => "rejected", _ => "pending" };
        return new()
        {
            Id = Guid.CreateVersion7(Now.AddMinutes(-60).AddSeconds(number)), DocumentId = document.Id, RunId = Runs[0].Id,
            Question = $"What does the handbook say about point {number + 1}, in section {page.Number}?", Answer = sentence,
            Evidence = [new() { Quote = sentence, Start = start, End = start + sentence.Length, Page = page.Number, Match = "exact" }],
            QuestionType = "factual", Difficulty = "easy", Persona = "new employee",
            Flags = number % 7 == 3 ? ["ungrounded"] : number % 7 == 5 ? ["duplicate", "too-short"] : [], Status = status, Version = 1,
            Provenance = new()
            {
                DocumentKey = document.Key, RevisionId = document.Revision!.Id, Sha256 = new string('a', 64),
                HeadingPath = [Text.Outline[page.Number - 1].Title], Generator = "team model", Model = "qwen3-32b", Template = "pairs",
                TemplateVersion = "3",
            },
            DecidedBy = status == "pending" ? null : "admin", DecidedAt = status == "pending" ? null : Now.AddHours(-1),
            CreatedAt = Now.AddHours(-2), History = [],
        };
    }
}
