using Npgsql;
using SynthDataGen.Core.Storage;

namespace SynthDataGen.Worker.Work;

/// <summary>Tells what trying again later helps against: the database or the store is away. What they refuse, they refuse for good.</summary>
internal static class TransientFaults
{
    /// <summary>Class of the SQLSTATEs with which PostgreSQL hangs up: it stops, crashed, or was told to drop the connection.</summary>
    private const string HangsUp = "57P";

    /// <summary>Whether this, or what caused it, means that the database or the store is away.</summary>
    public static bool IsTransient(Exception e)
    {
        for (var cause = e; cause is not null; cause = cause.InnerException)
        {
            if (cause is StorageException or NpgsqlException { IsTransient: true }
                || cause is PostgresException { SqlState: var state } && state.StartsWith(HangsUp, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
