namespace SynthDataGen.Core.Export.Formats.Plain;

/// <summary>One JSON document with all that there is to say of each pair; the one-click export. Its shape is that of <c>ExportedDataset</c> of the SDK.</summary>
internal sealed class JsonFormat : IDatasetFormat
{
    public string Name => "json";

    public FormatNeeds Needs => FormatNeeds.None;

    public bool TakesRejected => false;

    public bool CarriesProvenance => true;

    public IReadOnlyList<Packaging> Packagings { get; } = [Packaging.Files];

    public string ExtensionIn(Packaging packaging) => "json";

    public IDatasetWriter Open(Stream stream, ExportSettings settings, DatasetFile file) => new JsonFormatWriter(stream, file);
}
