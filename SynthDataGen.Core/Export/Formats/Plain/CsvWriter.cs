using SynthDataGen.Core.Export.Formats.Rows;

namespace SynthDataGen.Core.Export.Formats.Plain;

/// <summary>A file of comma-separated values.</summary>
internal sealed class CsvWriter : DatasetWriter
{
    private readonly IReadOnlyList<FieldColumn> columns;
    private readonly FileFacts facts;
    private readonly CsvFieldSink sink;

    public CsvWriter(Stream stream, IReadOnlyList<FieldColumn> columns, FileFacts facts)
        : base(stream)
    {
        (this.columns, this.facts) = (columns, facts);
        sink = new(Bytes);
        foreach (var column in columns)
        {
            sink.Text(column.Name);
        }

        sink.EndRow();
    }

    public override ValueTask DisposeAsync() => sink.DisposeAsync();

    protected override bool Holds(ExportedPair pair) => true;

    protected override int Put(ExportedPair pair)
    {
        if (Rows > 0)
        {
            sink.EndRow();
        }

        var start = Bytes.WrittenCount;
        for (var i = 0; i < columns.Count; i++)
        {
            columns[i].Field.Put(sink, pair, facts);
        }

        return start;
    }

    protected override void End()
    {
        if (Rows > 0)
        {
            sink.EndRow();
        }
    }
}
