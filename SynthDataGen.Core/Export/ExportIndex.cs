using System.Globalization;
using System.Runtime.CompilerServices;

namespace SynthDataGen.Core.Export;

/// <summary>One pair of an export, as its index names it.</summary>
/// <param name="RunId">Its run.</param>
/// <param name="Context">Its context's place in the run.</param>
/// <param name="Ordinal">Its place in the context.</param>
/// <param name="PairId">The pair.</param>
/// <param name="Version">Its version.</param>
/// <param name="Part">The part that it stands in.</param>
/// <param name="RowSha256">SHA-256 of its row's bytes.</param>
/// <param name="Words">Digest of its question and answer, to tell whether another export says the same.</param>
public sealed record IndexRow(Guid RunId, int Context, int Ordinal, Guid PairId, int Version, Part Part, string RowSha256, string Words)
{
    internal const string Header = "run,context,ordinal,pair,version,part,row_sha256,words";

    /// <summary>By run, context and ordinal, as all exports go; ids by their bytes, as PostgreSQL orders them.</summary>
    public int PlaceBeside(IndexRow other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (RunId, Context, Ordinal).CompareTo((other.RunId, other.Context, other.Ordinal));
    }

    internal static IndexRow Parse(string line)
    {
        var cells = line.Split(',');
        int Number(int cell) => int.Parse(cells[cell], CultureInfo.InvariantCulture);
        return new(Guid.Parse(cells[0]), Number(1), Number(2), Guid.Parse(cells[3]), Number(4), Enum.Parse<Part>(cells[5], ignoreCase: true), cells[6], cells[7]);
    }
}

/// <summary>The index of an export: which pairs it holds, in their order, so that two exports can be compared without their data.</summary>
public static class ExportIndex
{
    public const string FileName = "index.csv";

    /// <summary>Reads an index row by row.</summary>
    public static async IAsyncEnumerable<IndexRow> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, leaveOpen: true);
        await reader.ReadLineAsync(cancellationToken);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            yield return IndexRow.Parse(line);
        }
    }
}
