using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Core.Data.Generation;

/// <summary>Recipes of a workspace.</summary>
public sealed class RecipeRecords(IDbContextFactory<SynthDataGenDb> factory, TimeProvider time)
{
    public async Task<IReadOnlyList<Recipe>> ListAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Recipes.AsNoTracking().Where(r => r.WorkspaceId == workspaceId).OrderBy(r => r.Name).ToListAsync(cancellationToken);
    }

    /// <summary>The recipe with this id, by default the default one.</summary>
    public async Task<Recipe?> FindAsync(Guid workspaceId, Guid? id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var recipes = db.Recipes.AsNoTracking().Where(r => r.WorkspaceId == workspaceId);
        return await (id is null ? recipes.Where(r => r.Name == Recipe.DefaultName) : recipes.Where(r => r.Id == id)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Makes a recipe; null where the name is taken.</summary>
    public async Task<Recipe?> CreateAsync(Guid workspaceId, string name, RecipeSettings settings, Guid? generatorId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var recipe = new Recipe { Id = Guid.CreateVersion7(now), WorkspaceId = workspaceId, Name = name, Settings = settings, GeneratorId = generatorId, CreatedAt = now };
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        db.Add(recipe);
        return await db.SaveUnlessTakenAsync(cancellationToken) ? recipe : null;
    }

    /// <summary>Changes a recipe; null where there is none or the name is taken.</summary>
    public async Task<Recipe?> UpdateAsync(Guid workspaceId, Guid id, string name, RecipeSettings settings, Guid? generatorId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var recipe = await db.Recipes.SingleOrDefaultAsync(r => r.WorkspaceId == workspaceId && r.Id == id, cancellationToken);
        if (recipe is null)
        {
            return null;
        }

        recipe.Name = recipe.Name == Recipe.DefaultName ? recipe.Name : name;
        (recipe.Settings, recipe.GeneratorId) = (settings, generatorId);
        return await db.SaveUnlessTakenAsync(cancellationToken) ? recipe : null;
    }

    /// <summary>Deletes a recipe, unless it is the default one. Runs keep their copy.</summary>
    public async Task<bool> DeleteAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Recipes.Where(r => r.WorkspaceId == workspaceId && r.Id == id && r.Name != Recipe.DefaultName)
            .ExecuteDeleteAsync(cancellationToken) == 1;
    }
}
