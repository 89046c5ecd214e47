using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Core.Data.Generation.Limits;

/// <summary>Keeps the spending of runs, including the cost of calls in flight, within their budgets.</summary>
public sealed class RunBudgets
{
    private const int Most = 500;

    private readonly GroupCommit<Spending> group;
    private readonly IDbContextFactory<SynthDataGenDb> factory;
    private readonly TimeProvider time;

    public RunBudgets(IDbContextFactory<SynthDataGenDb> factory, TimeProvider time)
    {
        (this.factory, this.time) = (factory, time);
        group = new(SaveAsync, Most);
    }

    /// <summary>Reserves money for a call; false where the run ends over budget instead, or has ended.</summary>
    public async Task<bool> TryReserveAsync(Guid runId, decimal money)
    {
        var spending = new Spending(runId, money, IsReservation: true);
        await group.SaveAsync(spending);
        return spending.IsGranted;
    }

    /// <summary>Replaces the money reserved for a call by its actual cost.</summary>
    public Task CorrectAsync(Guid runId, decimal reserved, decimal cost) => group.SaveAsync(new(runId, cost - reserved, IsReservation: false));

    private Task SaveAsync(IReadOnlyList<Spending> spendings) => factory.InTransactionAsync(
        async db =>
        {
            foreach (var ofRun in spendings.GroupBy(spending => spending.RunId).OrderBy(ofRun => ofRun.Key))
            {
                await SaveAsync(db, ofRun.Key, ofRun);
            }
        },
        CancellationToken.None);

    private async Task SaveAsync(SynthDataGenDb db, Guid runId, IEnumerable<Spending> spendings)
    {
        var run = await db.Runs.FromSql($"SELECT * FROM runs WHERE id = {runId} FOR UPDATE").SingleAsync();
        foreach (var spending in spendings)
        {
            spending.IsGranted = !spending.IsReservation || (run.State == RunState.Running && run.Committed + spending.Money <= run.Budget);
            run.Committed += spending.IsGranted ? spending.Money : 0;
            if (!spending.IsGranted && run.State == RunState.Running)
            {
                (run.State, run.FinishedAt) = (RunState.OverBudget, time.GetUtcNow());
                await db.NotifyAsync(run.WorkspaceId, ChangeNote.Run, run.Id, CancellationToken.None);
            }
        }

        await db.SaveChangesAsync();
    }

    private sealed record Spending(Guid RunId, decimal Money, bool IsReservation)
    {
        public bool IsGranted { get; set; }
    }
}
