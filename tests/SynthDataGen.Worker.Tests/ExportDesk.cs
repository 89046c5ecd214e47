using System.Text;
using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data;
using SynthDataGen.Core.Data.Export;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;
using SynthDataGen.Core.Storage;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests;

/// <summary>Asks for exports, and sees what the workers made of them.</summary>
public sealed class ExportDesk(Stack stack)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static ExportSettings Json { get; } = new("json", new());

    /// <summary>Approved pairs of as many documents, two of each.</summary>
    public async Task<IReadOnlyList<Run>> ApprovedAsync(int documents)
    {
        await using var model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Grounded);
        var runs = new List<Run>();
        for (var i = 0; i < documents; i++)
        {
            runs.Add((await stack.Runs.FinishAsync(model, (await stack.Documents.ReadAsync($"{Guid.CreateVersion7()}.md", TextAbout(i))).Document.Id)).Run);
        }

        await ApproveAsync(pair => pair.Status == PairStatus.Pending);
        return runs;
    }

    private static string TextAbout(int number) =>
        $"""
        # Harbour {number}

        Harbour {number} was dredged to a depth of {10 + number} metres in {1700 + number}. The light of harbour {number} is seen {20 + number} miles away.
        Pilots of harbour {number} come aboard {3 + number} miles off the mole. The fee of harbour {number} is {400 + number} crowns a day.
        """;

    public Task<int> ApproveAsync(System.Linq.Expressions.Expression<Func<Pair, bool>> which) => stack.LookAsync(db => db.Pairs.Where(which).ExecuteUpdateAsync(
        set => set.SetProperty(p => p.Status, PairStatus.Approved).SetProperty(p => p.DecidedBy, "Maria")
            .SetProperty(p => p.DecidedAt, new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)).SetProperty(p => p.Version, p => p.Version + 1),
        Token));

    /// <summary>As many pairs more, in the words of one that there is.</summary>
    public Task<int> CopyAsync(int count) => stack.LookAsync(db => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO pairs (id, workspace_id, document_id, revision_id, run_id, run_item_id, context, ordinal, question, answer, evidence, question_type, flags, tags,
            status, version, heading_path, generator_name, model, template, template_version, created_at, decided_by, decided_at)
        SELECT gen_random_uuid(), workspace_id, document_id, revision_id, run_id, run_item_id, context, 100 + number, question || number, answer, evidence, question_type, flags, tags,
            'Approved', 2, heading_path, generator_name, model, template, template_version, created_at, 'Maria', decided_at
        FROM (SELECT * FROM pairs ORDER BY run_id, context, ordinal LIMIT 1) AS one, generate_series(1, {count}) AS number
        """,
        Token));

    public Task<DatasetExport> StartAsync(ExportSettings settings) => stack.Get<ExportRecords>().StartAsync(stack.Workspace, settings, "tester", Token);

    /// <summary>An export to its end, whichever that is.</summary>
    public async Task<DatasetExport> FinishAsync(ExportSettings settings) => await EndAsync((await StartAsync(settings)).Id);

    public Task<DatasetExport> EndAsync(Guid id) => SeeAsync(id, export => !export.IsOpen, "ended");

    public async Task<DatasetExport> SeeAsync(Guid id, Func<DatasetExport, bool> isWished, string wish) =>
        (await Eventually.SeeAsync(_ => stack.Get<ExportRecords>().FindAsync(stack.Workspace.Id, id, Token), export => isWished(export!), $"{wish}: the export"))!;

    public async Task<byte[]> BytesAsync(DatasetExport export, string file)
    {
        await using var stream = (await stack.Get<ExportStore>().OpenAsync(stack.Workspace.Bucket, export, file, Token)).ShouldNotBeNull();
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, Token);
        return bytes.ToArray();
    }

    public async Task<string> TextAsync(DatasetExport export, string file) => Encoding.UTF8.GetString(await BytesAsync(export, file));

    /// <summary>The keys of an export's objects.</summary>
    public async Task<List<string>> KeysAsync(Guid export) =>
        await stack.Get<IObjectStore>().ListAsync(stack.Workspace.Bucket, StoreKeys.PrefixOf(export), Token).Select(stored => stored.Key).ToListAsync(Token);

    /// <summary>Waits until the workers have left nothing of an export in the temporary folder.</summary>
    public static Task SeeNoTemporaryFilesAsync(Guid export) => Eventually.SeeAsync(
        _ => Task.FromResult(Directory.EnumerateDirectories(Path.GetTempPath(), $"synthdatagen-export-{export:n}-*").Count()), folders => folders == 0, "without temporary files");
}
