using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace SynthDataGen.Core.Data;

/// <summary>Saving what has a unique name: a taken name is an outcome, not a fault.</summary>
internal static class UniqueNames
{
    /// <summary>Saves; false where a unique name is taken.</summary>
    public static async Task<bool> SaveUnlessTakenAsync(this SynthDataGenDb db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return false;
        }
    }
}
