using System.Buffers;
using System.Text.Json;

namespace SynthDataGen.Core.Export.Formats.Rows;

/// <summary>A format whose rows are independent JSON objects.</summary>
internal abstract class JsonRowsFormat : IDatasetFormat
{
    public abstract string Name { get; }

    public FormatNeeds Needs { get; init; }

    public bool TakesRejected { get; init; }

    public bool CarriesProvenance { get; init; } = true;

    public IReadOnlyList<Packaging> Packagings { get; init; } = [Packaging.Files, Packaging.HuggingFace, Packaging.LlamaFactory];

    /// <summary>Whether its plain file is one JSON array, as its consumers expect, rather than lines.</summary>
    public bool IsArray { get; init; }

    public virtual FormatNeeds NeedsWith(ExportSettings settings) => Needs;

    public string ExtensionIn(Packaging packaging) => IsArrayIn(packaging) ? "json" : "jsonl";

    public virtual IDatasetWriter Open(Stream stream, ExportSettings settings, DatasetFile file) => new Writer(stream, this, settings, file);

    /// <summary>Whether it can hold a pair.</summary>
    public virtual bool Holds(ExportedPair pair) => true;

    /// <summary>The properties of a row, in their order.</summary>
    public abstract IReadOnlyList<Column> ColumnsIn(ExportSettings settings);

    /// <summary>How LLaMA-Factory reads it; null: it cannot.</summary>
    public virtual LlamaFactoryDataset? LlamaFactoryIn(ExportSettings settings) => null;

    /// <summary>Returns what writes the properties of a pair's row in a file.</summary>
    public abstract Action<ExportedPair> RowsTo(Utf8JsonWriter json, ExportSettings settings, DatasetFile file);

    private bool IsArrayIn(Packaging packaging) => IsArray && packaging == Packaging.Files;

    /// <summary>Writes rows, each on its own line; in an array with commas between them.</summary>
    private sealed class Writer : DatasetWriter
    {
        private readonly JsonRowsFormat format;
        private readonly bool isArray;
        private readonly Utf8JsonWriter json;
        private readonly Action<ExportedPair> write;

        public Writer(Stream stream, JsonRowsFormat format, ExportSettings settings, DatasetFile file)
            : base(stream)
        {
            this.format = format;
            isArray = format.IsArrayIn(settings.Packaging);
            json = new(Bytes, JsonText.Compact);
            write = format.RowsTo(json, settings, file);
        }

        public override ValueTask DisposeAsync() => json.DisposeAsync();

        protected override bool Holds(ExportedPair pair) => format.Holds(pair);

        protected override int Put(ExportedPair pair)
        {
            Bytes.Write((isArray, Rows) switch
            {
                (true, 0) => "[\n"u8,
                (true, _) => ",\n"u8,
                (false, 0) => [],
                (false, _) => "\n"u8,
            });
            var start = Bytes.WrittenCount;
            json.Reset();
            json.WriteStartObject();
            write(pair);
            json.WriteEndObject();
            json.Flush();
            return start;
        }

        protected override void End() => Bytes.Write((isArray, Rows) switch
        {
            (true, 0) => "[]\n"u8,
            (true, _) => "\n]\n"u8,
            (false, 0) => [],
            (false, _) => "\n"u8,
        });
    }
}

/// <summary>How LLaMA-Factory reads rows: which of its columns is which of ours.</summary>
internal sealed record LlamaFactoryDataset(IReadOnlyList<(string Theirs, string Ours)> Columns)
{
    /// <summary><c>alpaca</c> or <c>sharegpt</c>.</summary>
    public string Formatting { get; init; } = "alpaca";

    /// <summary>Whether each row has a better and a worse answer.</summary>
    public bool IsRanking { get; init; }

    /// <summary>With sharegpt: the fields and roles of a message, by its names for them.</summary>
    public IReadOnlyList<(string Theirs, string Ours)> Tags { get; init; } = [];
}
