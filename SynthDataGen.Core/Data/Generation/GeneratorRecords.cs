using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Generation.Limits;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Core.Data.Generation;

/// <summary>Generators of a workspace.</summary>
public sealed class GeneratorRecords(IDbContextFactory<SynthDataGenDb> factory, RunPauses pauses)
{
    public async Task<IReadOnlyList<Generator>> ListAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Generators.AsNoTracking().Where(g => g.WorkspaceId == workspaceId).OrderBy(g => g.Name).ToListAsync(cancellationToken);
    }

    public async Task<Generator?> FindAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Generators.AsNoTracking().SingleOrDefaultAsync(g => g.WorkspaceId == workspaceId && g.Id == id, cancellationToken);
    }

    /// <summary>The generator that a run uses: the named one, or the recipe's, or the default one; null where the named one is unknown.</summary>
    public async Task<Generator?> ChooseAsync(Guid workspaceId, string? name, Guid? recipesChoice, CancellationToken cancellationToken)
    {
        var generators = await ListAsync(workspaceId, cancellationToken);
        return name is not null
            ? generators.SingleOrDefault(g => g.Name == name)
            : generators.SingleOrDefault(g => g.Id == recipesChoice) ?? generators.FirstOrDefault(g => g.IsDefault) ?? generators.Single(g => g.Name == Generator.ExtractiveName);
    }

    /// <summary>
    /// Adds or changes a generator; false where the name is taken. The last one made default is the default. With another model
    /// or endpoint, what was learned of token counts and of response formats is forgotten: it was about another one. Runs that it
    /// paused try again.
    /// </summary>
    public Task<bool> SaveAsync(Generator generator, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                if (generator.IsDefault)
                {
                    await db.Generators.Where(g => g.WorkspaceId == generator.WorkspaceId && g.Id != generator.Id)
                        .ExecuteUpdateAsync(set => set.SetProperty(g => g.IsDefault, false), cancellationToken);
                }

                if (await ForgetAsync(db, generator, cancellationToken))
                {
                    (generator.Calibration, generator.ResponseFormat) = (new(), null);
                }

                var known = await db.Generators.AnyAsync(g => g.Id == generator.Id, cancellationToken);
                db.Entry(generator).State = known ? EntityState.Modified : EntityState.Added;
                if (!await db.SaveUnlessTakenAsync(cancellationToken))
                {
                    return false;
                }

                await pauses.ResumeAsync(db, generator.Id, cancellationToken);
                return true;
            },
            cancellationToken);

    /// <summary>Remembers the response format that a generator's endpoint accepted, unless its endpoint or model has changed since.</summary>
    public async Task LearnAsync(Generator generator, ResponseFormat format, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(generator);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await db.Generators.Where(g => g.Id == generator.Id && g.Model == generator.Model && g.Endpoint == generator.Endpoint)
            .ExecuteUpdateAsync(set => set.SetProperty(g => g.ResponseFormat, format), cancellationToken);
    }

    private static async Task<bool> ForgetAsync(SynthDataGenDb db, Generator generator, CancellationToken cancellationToken) =>
        await db.Generators.Where(g => g.Id == generator.Id && (g.Model != generator.Model || g.Endpoint != generator.Endpoint)).ExecuteUpdateAsync(
            set => set.SetProperty(g => g.Calibration.Calls, 0)
                .SetProperty(g => g.Calibration.EstimatedTokens, 0)
                .SetProperty(g => g.Calibration.ReportedTokens, 0)
                .SetProperty(g => g.ResponseFormat, (ResponseFormat?)null),
            cancellationToken) == 1;

    /// <summary>Deletes a generator, unless it is the built-in one. Runs keep its name.</summary>
    public async Task<bool> DeleteAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Generators.Where(g => g.WorkspaceId == workspaceId && g.Id == id && g.Name != Generator.ExtractiveName)
            .ExecuteDeleteAsync(cancellationToken) == 1;
    }
}
