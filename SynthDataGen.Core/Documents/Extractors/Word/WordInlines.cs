using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using M = DocumentFormat.OpenXml.Math;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>The words of one paragraph as Word shows them with all changes accepted.</summary>
internal sealed class WordInlines
{
    private readonly StringBuilder text = new(), hidden = new(), deleted = new();
    private readonly WordNotes notes;

    public WordInlines(WordNotes notes, Paragraph paragraph)
    {
        this.notes = notes;
        AddAll(paragraph);
        Text = text.ToString().Trim();
    }

    public string Text { get; }
    public string Hidden => hidden.ToString();
    public string Deleted => deleted.ToString();
    public List<string> Notes { get; } = [];

    /// <summary>Text boxes anchored here; their paragraphs come after this one.</summary>
    public List<TextBoxContent> TextBoxes { get; } = [];

    /// <summary>Pages that Word began before the paragraph's first word, as it last showed the document.</summary>
    public int PageBreaksBefore { get; private set; }

    public int PageBreaksWithin { get; private set; }

    private void AddAll(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements)
        {
            Add(child);
        }
    }

    private void Add(OpenXmlElement element)
    {
        switch (element)
        {
            case ParagraphProperties or RunProperties or SdtProperties or FieldCode:
                break;
            case DeletedRun or MoveFromRun:
                deleted.Append(element.InnerText);
                break;
            case Run { RunProperties.Vanish: { } vanish } run when vanish.Val is null || vanish.Val.Value:
                hidden.Append(run.InnerText);
                break;
            case AlternateContent alternate:
                if (alternate.GetFirstChild<AlternateContentChoice>() is { } choice)
                {
                    AddAll(choice);
                }

                break;
            case TextBoxContent box:
                TextBoxes.Add(box);
                break;
            case Ruby ruby:
                AddAll(ruby.GetFirstChild<RubyBase>() ?? (OpenXmlElement)ruby);
                break;
            case M.OfficeMath formula:
                text.Append(WordFormula.Text(formula));
                break;
            default:
                if (!AddSign(element))
                {
                    AddAll(element);
                }

                break;
        }
    }

    private bool AddSign(OpenXmlElement element)
    {
        switch (element)
        {
            case Text words:
                text.Append(words.Text);
                return true;
            case TabChar or PositionalTab:
                text.Append(' ');
                return true;
            case Break or CarriageReturn:
                text.Append('\n');
                return true;
            case NoBreakHyphen:
                text.Append('-');
                return true;
            case SymbolChar symbol:
                text.Append(Symbol(symbol.Char?.Value));
                return true;
            case LastRenderedPageBreak:
                AddPageBreak();
                return true;
            case FootnoteReference or EndnoteReference:
                AddNote(element);
                return true;
            default:
                return false;
        }
    }

    private void AddPageBreak()
    {
        if (string.IsNullOrWhiteSpace(text.ToString()))
        {
            PageBreaksBefore++;
        }
        else
        {
            PageBreaksWithin++;
        }
    }

    private void AddNote(OpenXmlElement reference)
    {
        var (mark, note) = notes.Read(reference);
        text.Append(mark);
        if (note.Length > 0)
        {
            Notes.Add($"{mark} {note}");
        }
    }

    /// <summary>Symbol fonts keep their signs in the private area at F000 + their code.</summary>
    private static string Symbol(string? code)
    {
        if (!int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value) || value is < 0x20 or > 0xFFFD or (>= 0xD800 and < 0xE000))
        {
            return "";
        }

        return value is >= 0xF000 and <= 0xF0FF ? "•" : ((char)value).ToString();
    }
}
