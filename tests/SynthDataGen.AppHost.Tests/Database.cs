using Npgsql;

namespace SynthDataGen.AppHost.Tests;

/// <summary>The database of a running stack.</summary>
internal static class Database
{
    public static async Task<string?> AskAsync(AppHostProcess stack, string sql, CancellationToken cancellationToken)
    {
        var given = new NpgsqlConnectionStringBuilder(stack.Given("ConnectionStrings__synthdatagen")) { Pooling = false };
        await using var connection = new NpgsqlConnection(given.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    public static bool Answers(AppHostProcess stack)
    {
        try
        {
            using var connection = new NpgsqlConnection(stack.Given("ConnectionStrings__synthdatagen") + ";Pooling=false");
            connection.Open();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    /// <summary>The first of the server's processes, from which the others come; 0 if there is none.</summary>
    public static int Server(AppHostProcess stack) => stack.Children("postgres").Order().FirstOrDefault();
}
