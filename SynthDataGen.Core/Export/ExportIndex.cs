using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using SynthDataGen.Core.Export.Building;
using SynthDataGen.Core.Export.Formats.Rows;
using SynthDataGen.Core.Generation.Checks.Duplicates;

namespace SynthDataGen.Core.Export;

/// <summary>A pair of an export in its index.</summary>
/// <param name="RunId">Its run.</param>
/// <param name="Context">Its context's ordinal in the run.</param>
/// <param name="Ordinal">Its ordinal in the context.</param>
/// <param name="PairId">The pair.</param>
/// <param name="Version">Its version.</param>
/// <param name="Part">Its part.</param>
/// <param name="RowSha256">SHA-256 of its row's bytes.</param>
/// <param name="Words">Digest of its question and answer, to find changed pairs.</param>
public sealed record IndexRow(Guid RunId, int Context, int Ordinal, Guid PairId, int Version, Part Part, string RowSha256, string Words)
{
    internal const string Header = "run,context,ordinal,pair,version,part,row_sha256,words";

    /// <summary>Orders rows like exports: by run, context and ordinal; ids by their bytes, as in PostgreSQL.</summary>
    public int CompareOrderTo(IndexRow other)
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

/// <summary>The index of an export lists its pairs in their order, so that two exports can be compared without their data.</summary>
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

/// <summary>Writes an export's index.</summary>
internal sealed class IndexWriter : IAsyncDisposable
{
    /// <summary>More than the longest line.</summary>
    private const int MaxLine = 512;

    private readonly HashedFile file;
    private readonly BlockBuffer buffer;
    private long rows;

    public IndexWriter(HashedFile file)
    {
        this.file = file;
        buffer = new(file);
        buffer.Bytes.Write(Encoding.ASCII.GetBytes($"{IndexRow.Header}\n"));
    }

    /// <summary>Adds a pair that was written.</summary>
    public ValueTask WriteAsync(ExportedPair pair, Part part, string rowSha256, CancellationToken cancellationToken)
    {
        var words = StableHash.Mix(StableHash.Of(pair.Question)) ^ StableHash.Of(pair.Answer);
        Utf8.TryWrite(
            buffer.Bytes.GetSpan(MaxLine),
            CultureInfo.InvariantCulture,
            $"{pair.RunId},{pair.Context},{pair.Ordinal},{pair.Id},{pair.Version},{DatasetWords.Of(part)},{rowSha256},{words:x16}\n",
            out var length);
        buffer.Bytes.Advance(length);
        rows++;
        return buffer.IsFull ? buffer.FlushAsync(cancellationToken) : ValueTask.CompletedTask;
    }

    public async Task<ExportFile> CompleteAsync(CancellationToken cancellationToken)
    {
        await buffer.CompleteAsync(cancellationToken);
        return await file.CompleteAsync(rows, cancellationToken);
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();
}
