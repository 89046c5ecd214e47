using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SynthDataGen.Core.Documents.Extractors.Sheets.Cells;

/// <summary>The words that a workbook keeps once and its cells refer to by number.</summary>
internal static class SharedWords
{
    public static IReadOnlyList<string> Read(WorkbookPart workbook, ExtractionOptions options, CancellationToken cancellationToken)
    {
        var words = new List<string>();
        if (workbook.SharedStringTablePart is not { } part)
        {
            return words;
        }

        long characters = 0;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!reader.IsStartElement || reader.ElementType != typeof(SharedStringItem))
            {
                continue;
            }

            words.Add(Of(reader.LoadCurrentElement()!));
            characters += words[^1].Length;
            if (characters > options.MaxCharacters)
            {
                throw Fault.TooLarge("characters", options.MaxCharacters);
            }
        }

        return words;
    }

    /// <summary>The words of a shared or inline string, without the phonetic guides of East Asian text.</summary>
    public static string Of(OpenXmlElement text) =>
        string.Concat(text.Descendants<Text>().Where(part => part.Parent is not PhoneticRun).Select(part => part.Text)).Replace("_x000D_", "", StringComparison.Ordinal);
}
