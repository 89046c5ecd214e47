using System.Text.Json;

namespace SynthDataGen.Core.Export.Formats.Rows;

/// <summary>A format whose rows are JSON objects that know nothing of each other.</summary>
internal abstract class JsonRowsFormat : IDatasetFormat
{
    public abstract string Name { get; }

    public virtual FormatNeeds Needs => FormatNeeds.None;

    public virtual bool TakesRejected => false;

    public virtual bool CarriesProvenance => true;

    public virtual IReadOnlyList<Packaging> Packagings { get; } = [Packaging.Files, Packaging.HuggingFace, Packaging.LlamaFactory];

    public virtual FormatNeeds NeedsWith(ExportSettings settings) => Needs;

    public string ExtensionIn(Packaging packaging) => FramingIn(packaging) == JsonFraming.Array ? "json" : "jsonl";

    public virtual IDatasetWriter Open(Stream stream, ExportSettings settings, DatasetFile file) => new JsonRowsWriter(stream, this, settings, file);

    /// <summary>How its rows stand in a file; lines unless its consumer documents something else.</summary>
    public virtual JsonFraming FramingIn(Packaging packaging) => JsonFraming.Lines;

    /// <summary>Whether it can hold a pair.</summary>
    public virtual bool Holds(ExportedPair pair) => true;

    /// <summary>What a row's properties are, in their order.</summary>
    public abstract IReadOnlyList<Column> ColumnsIn(ExportSettings settings);

    /// <summary>How LLaMA-Factory is to read it; null: it cannot.</summary>
    public virtual LlamaFactoryDataset? LlamaFactoryIn(ExportSettings settings) => null;

    /// <summary>What writes the properties of a pair's row in a file.</summary>
    public abstract Action<ExportedPair> RowsTo(Utf8JsonWriter json, ExportSettings settings, DatasetFile file);
}
