namespace SynthDataGen.Core.Tests.Documents;

/// <summary>A minimal Word document: a body and the parts that it refers to.</summary>
internal sealed class TinyWord(string body, string kind = "document")
{
    private const string Transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private readonly List<(string Name, string Content)> parts = [];
    private readonly List<string> relations = [];
    private bool isStrict;

    public static string Paragraph(string words, string properties = "") => Runs(Run(words), properties);

    public static string Runs(string runs, string properties = "") => $"<w:p>{(properties.Length > 0 ? $"<w:pPr>{properties}</w:pPr>" : "")}{runs}</w:p>";

    public static string Run(string words, string properties = "") =>
        $"""<w:r>{(properties.Length > 0 ? $"<w:rPr>{properties}</w:rPr>" : "")}<w:t xml:space="preserve">{words}</w:t></w:r>""";

    public static string Styled(string words, string style) => Paragraph(words, $"""<w:pStyle w:val="{style}"/>""");

    public static string Item(string words, int list = 1, int level = 0) => Paragraph(words, Numbered(list, level));

    public static string Numbered(int list = 1, int level = 0) => $"""<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>""";

    /// <summary>A table of rows given as words between bars.</summary>
    public static string Table(params string[] rows) => $"<w:tbl>{string.Concat(rows.Select(row => Row([.. row.Split('|').Select(words => Cell(Paragraph(words)))])))}</w:tbl>";

    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    public static string Cell(string content, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>";

    /// <summary>A level of a list: its number from 0, its format and its pattern.</summary>
    public static string Level(int level, string format, string pattern, string more = """<w:start w:val="1"/>""") =>
        $"""<w:lvl w:ilvl="{level}">{more}<w:numFmt w:val="{format}"/><w:lvlText w:val="{pattern}"/></w:lvl>""";

    /// <summary>A numbering part of one definition, used by lists 1 and, with these changes, 2.</summary>
    public TinyWord Numbering(string levels, string changes = "") => With("numbering", "numbering.xml",
        $"""<w:numbering {Spaces}><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/>{changes}</w:num></w:numbering>""");

    public TinyWord Styles(string styles) => With("styles", "styles.xml", $"<w:styles {Spaces}>{styles}</w:styles>");

    public TinyWord Notes(string kind, string notes) => With(kind + "s", kind + "s.xml", $"<w:{kind}s {Spaces}>{notes}</w:{kind}s>");

    /// <summary>A part in the folder of the body, and the relation to it, whose id is its type.</summary>
    public TinyWord With(string type, string name, string content)
    {
        parts.Add(($"word/{name}", content));
        return To(type, name);
    }

    public TinyWord To(string type, string target, bool isExternal = false)
    {
        relations.Add($"""<Relationship Id="{type}" Type="{Transitional}/{type}" Target="{target}"{(isExternal ? """ TargetMode="External" """ : "")}/>""");
        return this;
    }

    /// <summary>The document in the namespaces of ISO/IEC 29500 strict.</summary>
    public TinyWord AsStrict()
    {
        isStrict = true;
        return this;
    }

    public byte[] Build() => TinyZip.Build(Parts().Select(part => isStrict ? (part.Name, Stricter(part.Content)) : part));

    public IReadOnlyList<(string Name, string Content)> Parts() =>
    [
        TinyZip.Types(("word/document.xml", "wordprocessingml.document.main")),
        TinyZip.Relations("", ("rId1", "officeDocument", "word/document.xml")),
        ("word/document.xml", $"<w:{kind} {Spaces}><w:body>{body}<w:sectPr/></w:body></w:{kind}>"),
        ("word/_rels/document.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(relations)}</Relationships>"""),
        .. parts,
    ];

    public const string Spaces = """xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" """;

    private static string Stricter(string content) => content
        .Replace(Transitional, Strict, StringComparison.Ordinal)
        .Replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main", StringComparison.Ordinal)
        .Replace("http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math", StringComparison.Ordinal);
}
