using System.Buffers;
using System.Text.Json;
using SynthDataGen.Core.Export.Formats.Rows;

namespace SynthDataGen.Core.Export.Formats.Packagings;

/// <summary>
/// The sidecar: a line of JSON for each row of the data with the SHA-256 of the row (<c>row</c>), its part (<c>part</c>) and where its pair
/// came from. Equal rows have a line each.
/// </summary>
public sealed class ProvenanceFile : IAsyncDisposable
{
    private readonly BlockBuffer buffer;
    private readonly Utf8JsonWriter json;
    private readonly JsonFieldSink sink;

    /// <summary>Begins the file.</summary>
    /// <param name="stream">The target, which stays open.</param>
    public ProvenanceFile(Stream stream)
    {
        buffer = new(stream);
        json = new(buffer.Bytes, JsonText.Compact);
        sink = new(json);
    }

    /// <summary>Records where a row comes from.</summary>
    /// <param name="row">The row's hash, as <see cref="IDatasetWriter.WriteAsync"/> returned it.</param>
    /// <param name="pair">The pair that it was made from.</param>
    /// <param name="part">The part that it was written to.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public ValueTask WriteAsync(string row, ExportedPair pair, Part part, CancellationToken cancellationToken)
    {
        json.Reset();
        json.WriteStartObject();
        json.WriteString("row"u8, row);
        json.WriteString("part"u8, DatasetWords.Of(part));
        sink.Write(JsonFieldSink.ProvenanceFields, pair, FileFacts.None);
        json.WriteEndObject();
        json.Flush();
        buffer.Bytes.Write("\n"u8);
        return buffer.IsFull ? buffer.FlushAsync(cancellationToken) : ValueTask.CompletedTask;
    }

    /// <summary>Ends the file.</summary>
    public Task CompleteAsync(CancellationToken cancellationToken) => buffer.CompleteAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => json.DisposeAsync();
}
