using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Data;
using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Benchmarks.Generation;

/// <summary>What a run's page requests during the run: its figures with each beat, its report less often.</summary>
internal static class RunPageBenchmark
{
    private const int Documents = 1_000;
    private const int ContextsPerDocument = 10;
    private const int PairsPerContext = 4;
    private const int Times = 20;

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var stack = await EngineStack.StartAsync(workers: 0, cancellationToken);
        var run = await SeedAsync(stack, cancellationToken);
        var (runs, reports) = (stack.Get<RunRecords>(), stack.Get<RunReportRecords>());
        Console.WriteLine("| of a run of 10,000 contexts, 40,000 pairs, 1,000 documents | median ms | longest ms |");
        Console.WriteLine("| --- | ---: | ---: |");
        Console.WriteLine(await MeasureAsync("figures", async () => (await runs.FindAsync(run.WorkspaceId, run.Id, cancellationToken))!.Pairs));
        Console.WriteLine(await MeasureAsync("report", async () => (await reports.ReadAsync(run.WorkspaceId, run.Id, cancellationToken))!.Documents.Count));
    }

    private static async Task<string> MeasureAsync(string what, Func<Task<int>> ask)
    {
        var took = new List<double>();
        for (var time = 0; time < Times; time++)
        {
            var watch = Stopwatch.StartNew();
            await ask();
            took.Add(watch.Elapsed.TotalMilliseconds);
        }

        took.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"| {what} | {took[Times / 2]:0.0} | {took[^1]:0.0} |");
    }

    private static async Task<Run> SeedAsync(EngineStack stack, CancellationToken cancellationToken)
    {
        var run = await stack.StartRunAsync(new("http://127.0.0.1:9/v1"), 4, Guid.Empty, cancellationToken);
        var factory = stack.Get<IDbContextFactory<SynthDataGenDb>>();
        for (var document = 0; document < Documents; document++)
        {
            await using var db = await factory.CreateDbContextAsync(cancellationToken);
            SeedDocument(db, run, document);
            await db.SaveChangesAsync(cancellationToken);
        }

        await using var last = await factory.CreateDbContextAsync(cancellationToken);
        await last.Runs.Where(r => r.Id == run.Id).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.State, RunState.Running).SetProperty(r => r.JudgeGeneratorId, r => r.GeneratorId), cancellationToken);
        await last.Database.ExecuteSqlRawAsync("ANALYZE", cancellationToken);
        return run;
    }

    private static void SeedDocument(SynthDataGenDb db, Run run, int number)
    {
        var document = Document.Discover(run.WorkspaceId, $"document-{number:0000}.md", "text/markdown", 10_000, null, DocumentIntake.Uploaded, run.StartedAt);
        var revision = new Revision { Id = Guid.CreateVersion7(), DocumentId = document.Id, Sha256 = $"{number}", ReadAs = "", ExtractedCharacters = 10_000, CreatedAt = run.StartedAt };
        db.AddRange(document, revision);
        document.BecomeReady(revision.Id, run.StartedAt);
        for (var ordinal = 0; ordinal < ContextsPerDocument; ordinal++)
        {
            db.Add(new Chunk { Id = Guid.CreateVersion7(), RevisionId = revision.Id, Ordinal = ordinal, Start = ordinal * 1_000, End = (ordinal + 1) * 1_000, Tokens = 250, Characters = 1_000 });
            SeedContext(db, run, revision, (number * ContextsPerDocument) + ordinal, ordinal);
        }
    }

    private static void SeedContext(SynthDataGenDb db, Run run, Revision revision, int context, int chunk)
    {
        var item = new RunItem
        {
            Id = Guid.CreateVersion7(), RunId = run.Id, DocumentId = revision.DocumentId, RevisionId = revision.Id, Ordinal = context, FirstChunk = chunk, LastChunk = chunk,
            Pairs = PairsPerContext, State = context % 3 == 0 ? RunItemState.Pending : RunItemState.Succeeded, InputTokens = 900, OutputTokens = 300, UpdatedAt = run.StartedAt.AddSeconds(context / 10.0),
        };
        db.Add(item);
        db.AddRange(Enumerable.Range(0, PairsPerContext).Select(ordinal => new Pair
        {
            Id = Guid.CreateVersion7(), WorkspaceId = run.WorkspaceId, DocumentId = revision.DocumentId, RevisionId = revision.Id, RunId = run.Id, RunItemId = item.Id, Context = context, Ordinal = ordinal,
            Question = $"What does station {context} say about point {ordinal}?", Answer = $"The keeper of station {context} lives in house number {ordinal} beside the line of the coastal railway.",
            QuestionType = QuestionTypes.All[context % 4], Flags = context % 7 == 0 ? [PairFlags.CopiedWording] : [], GeneratorName = "bench", Model = "fake", Template = "grounded-pairs", TemplateVersion = "1", CreatedAt = run.StartedAt,
        }));
    }
}
