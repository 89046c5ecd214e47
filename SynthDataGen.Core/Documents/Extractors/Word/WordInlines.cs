using System.Text;
using System.Xml.Linq;
using SynthDataGen.Core.Documents.Extractors.Word.Formulas;
using SynthDataGen.Core.Documents.Extractors.Word.Parts;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>One paragraph's words as Word shows them with all changes accepted.</summary>
internal sealed class WordInlines
{
    private readonly StringBuilder text = new(), hidden = new(), deleted = new(), descriptions = new();
    private readonly WordContext context;
    private readonly WordFields fields;
    private readonly WordLinks links;
    private bool isRaised;
    private int blank;

    /// <param name="context">The part's context.</param>
    /// <param name="paragraph">A paragraph, or words without one around them.</param>
    public WordInlines(WordContext context, XElement paragraph)
    {
        this.context = context;
        fields = new WordFields(paragraph);
        links = new WordLinks(context, text);
        if (paragraph.Name.LocalName == "p")
        {
            AddAll(paragraph);
        }
        else
        {
            Add(paragraph);
        }

        Text = text.ToString();
    }

    public string Text { get; }
    public string Hidden => hidden.ToString();
    public string Deleted => deleted.ToString();

    /// <summary>Alternative texts of pictures, often written by programs.</summary>
    public string Descriptions => descriptions.ToString();

    public List<string> Notes { get; } = [];

    /// <summary>Addresses that are too long to be read.</summary>
    public string LongAddresses => links.TooLong;

    /// <summary>Text boxes, charts and diagrams anchored here; their words come after the paragraph.</summary>
    public List<XElement> Anchored { get; } = [];

    /// <summary>Page breaks before the paragraph's first word, as Word last rendered the document.</summary>
    public int PageBreaksBefore { get; private set; }

    /// <summary>Offsets of the page breaks within the text.</summary>
    public List<int> PageBreaks { get; } = [];

    private void AddAll(XElement? parent)
    {
        for (var child = parent?.FirstNode; child is not null; child = child.NextNode)
        {
            if (child is XElement element)
            {
                Add(element);
            }
        }
    }

    private void Add(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "r":
                AddRun(element);
                break;
            case "del" or "moveFrom":
                deleted.Append(element.AllWords());
                break;
            case "AlternateContent":
                AddAll(element.Choice());
                break;
            case "txbxContent" or "txBody" or "chart" or "relIds":
                Anchored.Add(element);
                break;
            case "hyperlink":
                links.Add(element, () => AddAll(element));
                break;
            case "sdt" when element.Element("sdtPr")?.Element("checkbox") is { } box:
                text.Append(box.Element("checked").IsOn() ? "[x]" : "[ ]");
                break;
            case "ruby":
                AddAll(element.Element("rubyBase"));
                break;
            case "oMathPara":
                AddFormulas(element, '\n', "$$");
                break;
            case "oMath":
                AddFormula(element, ' ', "$");
                break;
            case "docPr":
                descriptions.Append(element.Of("descr")).Append(' ');
                break;
            case var name when WordElements.IsProperties(name):
                break;
            default:
                AddSign(element);
                AddAll(element);
                break;
        }
    }

    private void AddRun(XElement run)
    {
        var properties = run.Element("rPr");
        if (IsHidden(properties))
        {
            hidden.Append(run.AllWords());
            return;
        }

        // A power would run into its base: 10 to the 6 would read 106. Letters do so on purpose, as in 1st.
        var raised = properties?.Element("vertAlign").Of() == "superscript";
        var words = raised && !isRaised ? run.Element("t")?.Value ?? "" : "";
        if (words.Length > 0 && (char.IsAsciiDigit(words[0]) || words[0] is '-' or '−') && text.Length > 0 && char.IsLetterOrDigit(text[^1]))
        {
            text.Append('^');
        }

        isRaised = raised;
        AddAll(run);
    }

    private bool IsHidden(XElement? properties) =>
        properties?.Element("vanish") is { } vanish ? vanish.IsOn() : properties?.Element("rStyle") is { } style && context.Styles.Of(style.Of()).IsHidden;

    private void AddSign(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "t" when !fields.IsCode:
                text.Append(WordSymbols.Decode(FontOf(element), element.Value));
                break;
            case "delText":
                deleted.Append(element.Value);
                break;
            case "instrText":
                fields.AddCode(element.Value);
                break;
            case "fldChar":
                var (address, start) = fields.Take(element, text.Length);
                links.End(address, start);
                text.Append(WordFields.Form(element.Element("ffData")));
                break;
            case "tab" or "ptab":
                text.Append(' ');
                break;
            case "br" or "cr":
                text.Append('\n');
                break;
            case "noBreakHyphen":
                text.Append('-');
                break;
            case "sym":
                text.Append(WordSymbols.Of(element.Of("font"), element.Of("char")));
                break;
            case "textpath":
                text.Append(element.Of("string"));
                break;
            case "lastRenderedPageBreak":
                AddPageBreak();
                break;
            case "footnoteReference" or "endnoteReference":
                AddNote(element);
                break;
        }
    }

    private static string? FontOf(XElement words) => words.Parent?.Element("rPr")?.Element("rFonts").Of("ascii");

    private void AddFormulas(XElement paragraph, char separator, string mark)
    {
        foreach (var formula in paragraph.Inside("oMath"))
        {
            AddFormula(formula, separator, mark);
        }
    }

    private void AddFormula(XElement formula, char separator, string mark)
    {
        var words = WordFormula.Text(formula);
        if (words.Length == 0)
        {
            return;
        }

        if (text.Length > 0 && (separator == '\n' || text[^1] == '$'))
        {
            text.Append(separator);
        }

        text.Append(mark).Append(words).Append(mark);
    }

    private void AddPageBreak()
    {
        for (; blank < text.Length && char.IsWhiteSpace(text[blank]); blank++)
        {
        }

        if (blank == text.Length)
        {
            PageBreaksBefore++;
        }
        else
        {
            PageBreaks.Add(text.Length);
        }
    }

    private void AddNote(XElement reference)
    {
        var kind = reference.Name.LocalName[..^"Reference".Length];
        var (mark, note) = context.Notes?.Read(kind, reference.Number("id") ?? 0) ?? ("", "");
        text.Append(mark);
        if (note.Length > 0)
        {
            Notes.Add(note);
        }
    }
}
