using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace SynthDataGen.Core.Export.Building;

/// <summary>Writes an export's index.</summary>
internal sealed class IndexWriter : IAsyncDisposable
{
    private const int WordsBytes = 8;
    private const int Block = 1 << 16;

    private readonly HashedFile file;
    private readonly ArrayBufferWriter<byte> lines = new(Block + 1_024);
    private readonly ArrayBufferWriter<byte> words = new();
    private long rows;

    public IndexWriter(HashedFile file)
    {
        this.file = file;
        Line(IndexRow.Header);
    }

    public async ValueTask WriteAsync(ExportedPair pair, Part part, string rowSha256, CancellationToken cancellationToken)
    {
        Line(new IndexRow(pair.RunId, pair.Context, pair.Ordinal, pair.Id, pair.Version, part, rowSha256, WordsOf(pair)).ToLine());
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

    private void Line(string text)
    {
        Encoding.UTF8.GetBytes(text, lines);
        lines.Write("\n"u8);
    }

    private string WordsOf(ExportedPair pair)
    {
        words.ResetWrittenCount();
        Encoding.UTF8.GetBytes(pair.Question, words);
        words.Write("\0"u8);
        Encoding.UTF8.GetBytes(pair.Answer, words);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(words.WrittenSpan, hash);
        return Convert.ToHexStringLower(hash[..WordsBytes]);
    }

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await file.WriteAsync(lines.WrittenMemory, cancellationToken);
        lines.ResetWrittenCount();
    }
}
