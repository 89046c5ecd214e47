using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;
using SynthDataGen.Core.Review.Second;
using SynthDataGen.Testing;

namespace SynthDataGen.Core.Tests.Data.Review;

/// <summary>A database with pairs of all statuses, runs, documents, types, flags and scores.</summary>
public sealed class PagedPairs : IAsyncLifetime
{
    public const int Count = 80;
    public static readonly Guid[] Runs = [.. Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7())];
    public static readonly Guid[] Documents = [.. Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7())];
    public static readonly Guid Workspace = Guid.CreateVersion7();

    private DbContextOptions<SynthDataGenDb> options = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // A replica does not check foreign keys, so pairs need no documents.
        var database = await (await PostgresServer.Shared).CreateDatabaseAsync(cancellationToken: Token) + ";Options=-c session_replication_role=replica";
        options = new DbContextOptionsBuilder<SynthDataGenDb>().UseNpgsql(database).Options;
        await using var db = Open();
        await db.Database.MigrateAsync(Token);
        var random = new Random(7);
        db.AddRange(Enumerable.Range(0, Count).Select(number => NewPair(number, random)));
        await db.SaveChangesAsync(Token);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public SynthDataGenDb Open() => new(options);

    /// <summary>Most are pending; decided ones are set apart.</summary>
    private static Pair NewPair(int number, Random random)
    {
        var pair = new Pair
        {
            Id = Guid.CreateVersion7(),
            WorkspaceId = Workspace,
            DocumentId = Documents[random.Next(3)],
            RunId = Runs[number * Runs.Length / Count],
            RunItemId = Guid.CreateVersion7(),
            Context = number / 4,
            Ordinal = number % 4,
            Question = $"What is item {number}?",
            Answer = "An item.",
            QuestionType = random.Next(3) == 0 ? QuestionTypes.Procedure : QuestionTypes.Factual,
            Difficulty = random.Next(4) == 0 ? "hard" : "easy",
            Flags = random.Next(4) switch { 0 => [PairFlags.Ungrounded], 1 => [PairFlags.TooLong], _ => [] },
            JudgeScore = random.Next(4) == 0 ? null : random.Next(1, 6),
            GeneratorName = "generator",
            Model = "model",
            Template = "template",
            TemplateVersion = "1",
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        if (random.Next(10) < 3)
        {
            pair.Decide(random.Next(3) == 0 ? Verdict.Reject(null) : Verdict.Approve, random.Next(2) == 0 ? "ada" : "ben", DateTimeOffset.UnixEpoch.AddMinutes(random.Next(20)));
        }

        return pair;
    }
}
