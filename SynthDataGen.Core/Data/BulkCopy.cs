using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace SynthDataGen.Core.Data;

/// <summary>Inserts many rows of one type through PostgreSQL's <c>COPY</c>, with the columns and conversions of the model.</summary>
internal static class BulkCopy
{
    /// <summary>Inserts the rows on the context's connection, within its transaction.</summary>
    public static async Task CopyAsync<T>(this SynthDataGenDb db, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var type = db.Model.FindEntityType(typeof(T))!;
        var columns = type.GetProperties().Where(property => property.GetComputedColumnSql() is null).Select(property => new CopiedColumn(property)).ToArray();
        var names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync($"COPY \"{type.GetTableName()}\" ({names}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellationToken);
            foreach (var column in columns)
            {
                await column.WriteAsync(copy, row, cancellationToken);
            }
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private sealed class CopiedColumn(IProperty property)
    {
        private readonly Func<object?, object?> convert = property.GetTypeMapping().Converter?.ConvertToProvider ?? (value => value);
        private readonly string storeType = property.GetRelationalTypeMapping().StoreTypeNameBase;

        public string Name { get; } = property.GetColumnName();

        public Task WriteAsync(NpgsqlBinaryImporter copy, object row, CancellationToken cancellationToken) =>
            convert(property.GetGetter().GetClrValue(row)) is { } value
                ? copy.WriteAsync(value, storeType, cancellationToken)
                : copy.WriteNullAsync(cancellationToken);
    }
}
