using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Extensions.Options;

namespace SynthDataGen.Core.Documents.Extractors.Sheets;

/// <summary>Reads workbooks sheet by sheet, one cell's XML in memory at a time; hidden sheets are left out and counted.</summary>
public sealed class SheetsExtractor(IOptions<ExtractionOptions> options) : IDocumentExtractor
{
    public bool Reads(string mediaType) => mediaType == MediaTypes.Sheets;

    public Task<Extraction> ExtractAsync(DocumentFile file, CancellationToken cancellationToken) =>
        Task.Run(() => Extract(file.Path, cancellationToken), cancellationToken);

    private Extraction Extract(string path, CancellationToken cancellationToken)
    {
        new ZipGuard(options.Value).Check(path, "xl/", "an Excel workbook", cancellationToken);
        using var document = SpreadsheetDocument.Open(path, isEditable: false);
        if (document.WorkbookPart is not { Workbook: { } workbook } part)
        {
            throw Fault.Damaged("The file is not a complete Excel workbook.");
        }

        var values = new CellReader(SharedWords.Read(part, options.Value, cancellationToken), NumberShapes.Of(part));
        var builder = new ExtractionBuilder(options.Value);
        foreach (var sheet in workbook.Sheets?.Elements<Sheet>() ?? [])
        {
            if (sheet.Id?.Value is { } id && part.GetPartById(id) is WorksheetPart worksheet)
            {
                Add(builder, sheet, worksheet, values, cancellationToken);
            }
        }

        return builder.Build();
    }

    private void Add(ExtractionBuilder builder, Sheet sheet, WorksheetPart part, CellReader values, CancellationToken cancellationToken)
    {
        var limits = new SheetLimits(options.Value);
        var rows = new SheetReader(values, limits).Read(part, cancellationToken);
        if (sheet.State?.Value is SheetStateValues.Hidden or SheetStateValues.VeryHidden)
        {
            foreach (var (_, text) in rows.SelectMany(row => row.Cells))
            {
                builder.LeaveOut("hidden-sheet", text);
            }

            return;
        }

        if (rows.Count > 0)
        {
            builder.Add(BlockKind.Heading, sheet.Name?.Value ?? "", level: 1);
        }

        new SheetTables(builder, limits).Add(rows, cancellationToken);
        builder.LeaveOut("comment", part.WorksheetCommentsPart?.RootElement?.InnerText ?? "");
        builder.LeaveOut("drawing", part.DrawingsPart?.RootElement?.InnerText ?? "");
    }
}
