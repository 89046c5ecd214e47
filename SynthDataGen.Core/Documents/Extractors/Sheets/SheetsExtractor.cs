using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Extensions.Options;
using SynthDataGen.Core.Documents.Extractors.Sheets.Cells;
using SynthDataGen.Core.Documents.Extractors.Slides;
using A = DocumentFormat.OpenXml.Drawing;

namespace SynthDataGen.Core.Documents.Extractors.Sheets;

/// <summary>Reads workbooks sheet by sheet, one row in memory at a time; hidden sheets are left out and counted.</summary>
public sealed class SheetsExtractor(IOptions<ExtractionOptions> options) : IDocumentExtractor
{
    public bool Reads(string mediaType) => mediaType == MediaTypes.Sheets;

    public Task<Extraction> ExtractAsync(DocumentFile file, CancellationToken cancellationToken) =>
        Task.Run(() => Extract(file.Path, cancellationToken), cancellationToken);

    private Extraction Extract(string path, CancellationToken cancellationToken)
    {
        new ZipGuard(options.Value).Check(path, "xl/", "an Excel workbook", cancellationToken);
        using var content = File.OpenRead(path);
        using var document = SpreadsheetDocument.Open(content, isEditable: false, new OpenSettings { AutoSave = false });
        if (document.WorkbookPart is not { Workbook: { } workbook } part)
        {
            throw Fault.Damaged("The file is not a complete Excel workbook.");
        }

        var values = new CellReader(part, options.Value, cancellationToken);
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
        var rows = new SheetReader(part, values, options.Value).Read(cancellationToken);
        var boxes = (part.DrawingsPart?.RootElement?.Descendants<A.Paragraph>() ?? []).Select(SlideText.Of).Where(words => words.Length > 0).ToList();
        builder.LeaveOut("comment", part.WorksheetCommentsPart?.RootElement?.InnerText ?? "");
        if (sheet.State?.Value is { } state && (state == SheetStateValues.Hidden || state == SheetStateValues.VeryHidden))
        {
            LeaveOut(builder, rows.SelectMany(row => row.Cells).Select(cell => cell.Text).Concat(boxes));
            return;
        }

        if (boxes.Count > 0 || rows.Any())
        {
            builder.Add(BlockKind.Heading, sheet.Name?.Value ?? "", level: 1);
        }

        new SheetTables(builder, new SheetLimits(options.Value)).Add(rows, cancellationToken);
        foreach (var words in boxes)
        {
            builder.Add(BlockKind.Paragraph, words);
        }
    }

    private static void LeaveOut(ExtractionBuilder builder, IEnumerable<string> hidden)
    {
        foreach (var words in hidden)
        {
            builder.LeaveOut("hidden-sheet", words);
        }
    }
}
