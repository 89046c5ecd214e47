using SynthDataGen.Core.Export.Formats.Rows;

namespace SynthDataGen.Core.Export.Formats.Plain;

/// <summary>
/// A table as RFC 4180 has it: a line of names, then a line for each pair, cells in quotation marks, lines ended by CR LF. A cell that a spreadsheet would
/// run begins with an apostrophe, and so does one that begins with an apostrophe itself: a reader that takes one apostrophe off has what was written.
/// </summary>
internal sealed class CsvFormat : IDatasetFormat
{
    private static readonly IReadOnlyList<FieldColumn> Usual = FieldColumns.OfPair("quote");

    public string Name => "csv";

    public FormatNeeds Needs => FormatNeeds.None;

    public bool TakesRejected => false;

    public bool CarriesProvenance => true;

    public IReadOnlyList<Packaging> Packagings { get; } = [Packaging.Files];

    public FormatNeeds NeedsWith(ExportSettings settings) => settings.ChosenOr(Usual).Needs();

    public string ExtensionIn(Packaging packaging) => "csv";

    public IDatasetWriter Open(Stream stream, ExportSettings settings, DatasetFile file) =>
        new CsvWriter(stream, settings.ChosenOr(Usual), new(settings.System, file.Part));
}
