using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using A = DocumentFormat.OpenXml.Drawing;
using Diagrams = DocumentFormat.OpenXml.Drawing.Diagrams;

namespace SynthDataGen.Core.Documents.Extractors.Slides;

/// <summary>Reads a slide's frames: tables and the words of diagrams; charts are left out and counted.</summary>
internal sealed class SlideGraphics(ExtractionBuilder builder, SlidePart part)
{
    /// <summary>A longer merged cell is not a label, and its words appear once.</summary>
    private const int LongestRepeated = 120;

    public void Add(GraphicFrame frame)
    {
        foreach (var content in frame.Graphic?.GraphicData?.ChildElements ?? Enumerable.Empty<OpenXmlElement>())
        {
            switch (content)
            {
                case A.Table table:
                    builder.Add(BlockKind.Table, MarkdownTable.Render(Rows(table)));
                    break;
                case Diagrams.RelationshipIds { DataPart.Value: { } id }:
                    AddDiagram(PartOf(id) as DiagramDataPart);
                    break;
                case A.Charts.ChartReference { Id.Value: { } id }:
                    builder.LeaveOut("chart", Values(PartOf(id)?.RootElement));
                    break;
                default:
                    builder.LeaveOut("embedded-object", content.InnerText);
                    break;
            }
        }
    }

    private OpenXmlPart? PartOf(string id) => part.Parts.FirstOrDefault(pair => pair.RelationshipId == id).OpenXmlPart;

    /// <summary>The titles, labels and figures of a chart.</summary>
    private static string Values(OpenXmlElement? chart) =>
        string.Join(' ', (chart?.Descendants() ?? []).Where(part => part is A.Text or A.Charts.NumericValue).Select(part => part.InnerText));

    private void AddDiagram(DiagramDataPart? diagram)
    {
        foreach (var paragraph in diagram?.RootElement?.Descendants<A.Paragraph>() ?? [])
        {
            var words = SlideText.Of(paragraph);
            if (words.Length > 0)
            {
                builder.Add(BlockKind.ListItem, $"- {words}", 1);
            }
        }
    }

    /// <summary>A merged cell is repeated in every place it covers, so that each row is complete in itself.</summary>
    private static List<IReadOnlyList<string>> Rows(A.Table table)
    {
        var rows = new List<IReadOnlyList<string>>();
        foreach (var row in table.Elements<A.TableRow>())
        {
            var cells = new List<string>();
            foreach (var cell in row.Elements<A.TableCell>())
            {
                var above = cell.VerticalMerge?.Value == true && rows.Count > 0 ? rows[^1].ElementAtOrDefault(cells.Count) : null;
                var left = cell.HorizontalMerge?.Value == true && cells.Count > 0 ? cells[^1] : null;
                cells.Add(Repeated(left ?? above) ?? Words(cell));
            }

            rows.Add(cells);
        }

        return rows;
    }

    private static string? Repeated(string? text) => text is null || text.Length <= LongestRepeated ? text : "";

    private static string Words(A.TableCell cell) =>
        string.Join(' ', (cell.TextBody?.Elements<A.Paragraph>() ?? []).Select(SlideText.Of).Where(words => words.Length > 0));
}
