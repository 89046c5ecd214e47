using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SynthDataGen.Core.Data;
using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;
using SynthDataGen.Testing;

namespace SynthDataGen.Core.Tests.Data.Generation;

public sealed class DuplicateRecordsTests : IDbContextFactory<SynthDataGenDb>, IAsyncLifetime
{
    private readonly Guid workspace = Guid.CreateVersion7();
    private readonly Guid run = Guid.CreateVersion7();
    private DbContextOptions<SynthDataGenDb> options = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private DuplicateRecords Records => new(this, Options.Create(new GenerationOptions()));

    public SynthDataGenDb CreateDbContext() => new(options);

    public async ValueTask InitializeAsync()
    {
        var server = await PostgresServer.Shared;

        // A replica does not check foreign keys, so pairs need no documents.
        var database = await server.CreateDatabaseAsync(cancellationToken: Token) + ";Options=-c session_replication_role=replica";
        options = new DbContextOptionsBuilder<SynthDataGenDb>().UseNpgsql(database).Options;
        await using var db = CreateDbContext();
        await db.Database.MigrateAsync(Token);
        db.Add(NewRun(run, workspace));
        await db.SaveChangesAsync(Token);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task All_but_the_first_of_a_cluster_are_flagged()
    {
        await SaveAsync(0, "How long may a manager take?", "When is the form due?");
        await Records.MarkAsync(new(run, 0, 0, 0), Token);
        await SaveAsync(1, "How long may a manager take", "how long, may a manager take?", "Who signs the form in the end?");

        await Records.MarkAsync(new(run, 0, 1, 1), Token);

        var pairs = await PairsAsync();
        pairs.Select(p => p.Flags.Contains(PairFlags.Duplicate)).ShouldBe([false, false, true, true, false]);
        pairs.Where(p => p.ClusterId is not null).ShouldAllBe(p => p.ClusterId == pairs[0].Id);
    }

    [Fact]
    public async Task A_repeated_batch_is_marked_once()
    {
        await SaveAsync(0, "How long may a manager take?", "How long may a manager take ?");

        await Records.MarkAsync(new(run, 0, 0, 0), Token);
        await Records.MarkAsync(new(run, 0, 0, 0), Token);

        (await PairsAsync()).SelectMany(p => p.Flags).ShouldBe([PairFlags.Duplicate]);
    }

    [Fact]
    public async Task Simultaneous_batches_agree_on_one_first()
    {
        const int Batches = 8;
        for (var context = 0; context < Batches; context++)
        {
            await SaveAsync(context, [.. Enumerable.Range(0, 10).Select(i => $"What does rule number {i} of the house say?")]);
        }

        await Task.WhenAll(Enumerable.Range(0, Batches).Select(context => Records.MarkAsync(new(run, 0, context, context), Token)));

        var pairs = await PairsAsync();
        pairs.Count(p => p.ClusterId is null).ShouldBe(10);
        pairs.Where(p => p.ClusterId is not null).ShouldAllBe(p => pairs.Single(first => first.Id == p.ClusterId).Question == p.Question);
    }

    [Fact]
    public async Task Pairs_of_another_workspace_are_not_compared()
    {
        await SaveAsync(0, "How long may a manager take?");
        await Records.MarkAsync(new(run, 0, 0, 0), Token);
        var (otherWorkspace, otherRun) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using (var db = CreateDbContext())
        {
            db.AddRange(NewRun(otherRun, otherWorkspace), NewPair(otherWorkspace, otherRun, 0, 0, "How long may a manager take?"));
            await db.SaveChangesAsync(Token);
        }

        await Records.MarkAsync(new(otherRun, 0, 0, 0), Token);

        (await PairsAsync()).ShouldAllBe(p => p.ClusterId == null && p.Flags.Count == 0);
    }

    private async Task SaveAsync(int context, params string[] questions)
    {
        await using var db = CreateDbContext();
        db.AddRange(questions.Select((question, ordinal) => NewPair(workspace, run, context, ordinal, question)));
        await db.SaveChangesAsync(Token);
    }

    private async Task<List<Pair>> PairsAsync()
    {
        await using var db = CreateDbContext();
        return await db.Pairs.OrderBy(p => p.Context).ThenBy(p => p.Ordinal).ToListAsync(Token);
    }

    private static Pair NewPair(Guid workspace, Guid run, int context, int ordinal, string question) => new()
    {
        Id = Guid.CreateVersion7(),
        WorkspaceId = workspace,
        RunId = run,
        RunItemId = Guid.CreateVersion7(),
        Context = context,
        Ordinal = ordinal,
        Question = question,
        Answer = "Three working days.",
        QuestionType = QuestionTypes.Factual,
        GeneratorName = "generator",
        Model = "model",
        Template = "template",
        TemplateVersion = "1",
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    private static Run NewRun(Guid id, Guid workspace) => new()
    {
        Id = id,
        WorkspaceId = workspace,
        GeneratorName = "generator",
        Model = "model",
        Recipe = new(),
        StartedBy = "somebody",
    };
}
