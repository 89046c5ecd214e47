using System.Buffers;
using System.Globalization;
using System.Text.Unicode;
using SynthDataGen.Core.Export.Formats.Rows;
using SynthDataGen.Core.Generation.Checks.Duplicates;

namespace SynthDataGen.Core.Export.Building;

/// <summary>Writes an export's index.</summary>
internal sealed class IndexWriter : IAsyncDisposable
{
    private const int Block = 1 << 16;

    /// <summary>More than the longest line has.</summary>
    private const int Line = 512;

    private readonly HashedFile file;
    private readonly ArrayBufferWriter<byte> lines = new(Block + Line);
    private long rows;

    public IndexWriter(HashedFile file)
    {
        this.file = file;
        Utf8.TryWrite(lines.GetSpan(Line), $"{IndexRow.Header}\n", out var length);
        lines.Advance(length);
    }

    /// <summary>Names a pair that was written.</summary>
    public async ValueTask WriteAsync(ExportedPair pair, Part part, string rowSha256, CancellationToken cancellationToken)
    {
        Put(pair, part, rowSha256);
        rows++;
        if (lines.WrittenCount >= Block)
        {
            await FlushAsync(cancellationToken);
        }
    }

    public async Task<ExportFile> CompleteAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        return await file.CompleteAsync(rows, cancellationToken);
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();

    private void Put(ExportedPair pair, Part part, string rowSha256)
    {
        var words = StableHash.Mix(StableHash.Of(pair.Question)) ^ StableHash.Of(pair.Answer);
        Utf8.TryWrite(
            lines.GetSpan(Line),
            CultureInfo.InvariantCulture,
            $"{pair.RunId},{pair.Context},{pair.Ordinal},{pair.Id},{pair.Version},{PairWords.Of(part)},{rowSha256},{words:x16}\n",
            out var length);
        lines.Advance(length);
    }

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await file.WriteAsync(lines.WrittenMemory, cancellationToken);
        lines.ResetWrittenCount();
    }
}
