namespace SynthDataGen.Core.Tests.Documents;

/// <summary>A minimal presentation of slides given as shapes.</summary>
internal sealed class TinySlides
{
    private const string Spaces = """xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" """;

    private readonly List<(string Name, string Content)> parts = [];
    private readonly List<(string Part, string Type)> types = [("ppt/presentation.xml", "presentationml.presentation.main")];
    private int slides;

    public static string Title(string words) => Shape("title", Paragraph(words));

    /// <summary>A text box, or a placeholder of this role.</summary>
    public static string Shape(string role, params string[] paragraphs) =>
        $"""<p:sp><p:nvSpPr><p:cNvPr id="2" name="s"/><p:cNvSpPr/><p:nvPr>{(role.Length > 0 ? $"""<p:ph type="{role}"/>""" : "")}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>{string.Concat(paragraphs)}</p:txBody></p:sp>""";

    public static string Paragraph(string words, string mark = "", int level = 0) =>
        $"""<a:p><a:pPr lvl="{level}">{mark}</a:pPr><a:r><a:t>{words}</a:t></a:r></a:p>""";

    public static string Bullet(string words, int level = 0) => Paragraph(words, """<a:buChar char="•"/>""", level);

    public static string Numbered(string words, string scheme = "arabicPeriod") => Paragraph(words, $"""<a:buAutoNum type="{scheme}"/>""");

    public static string Table(params string[] rows) =>
        $"""<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="3" name="t"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr/><a:tblGrid/>{string.Concat(rows.Select(Row))}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>""";

    public TinySlides Slide(params string[] shapes) => Slide(notes: "", hidden: false, shapes);

    public TinySlides Slide(string notes, bool hidden, params string[] shapes)
    {
        var part = $"ppt/slides/slide{++slides}.xml";
        Add(part, "presentationml.slide", $"""<p:sld {Spaces}{(hidden ? """show="0" """ : "")}><p:cSld>{Tree(shapes)}</p:cSld></p:sld>""");
        if (notes.Length > 0)
        {
            Add($"ppt/notesSlides/notes{slides}.xml", "presentationml.notesSlide", $"<p:notes {Spaces}><p:cSld>{Tree([Shape("body", Paragraph(notes)), Shape("sldNum", Paragraph("7"))])}</p:cSld></p:notes>");
            parts.Add(TinyZip.Relations(part, ("rId1", "notesSlide", $"../notesSlides/notes{slides}.xml")));
        }

        return this;
    }

    public byte[] Build() => TinyZip.Build(Parts());

    public IReadOnlyList<(string Name, string Content)> Parts()
    {
        var numbers = Enumerable.Range(1, slides).ToList();
        var list = string.Concat(numbers.Select(n => $"""<p:sldId id="{255 + n}" r:id="rId{n}"/>"""));
        return
        [
            TinyZip.Types([.. types]),
            TinyZip.Relations("", ("rId1", "officeDocument", "ppt/presentation.xml")),
            ("ppt/presentation.xml", $"<p:presentation {Spaces}><p:sldIdLst>{list}</p:sldIdLst></p:presentation>"),
            TinyZip.Relations("ppt/presentation.xml", [.. numbers.Select(n => ($"rId{n}", "slide", $"slides/slide{n}.xml"))]),
            .. parts,
        ];
    }

    private static string Tree(string[] shapes) =>
        $"""<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{string.Concat(shapes)}</p:spTree>""";

    private static string Row(string cells) => $"""<a:tr h="1">{string.Concat(cells.Split('|').Select(Cell))}</a:tr>""";

    /// <summary>A caret is a cell merged with the one above, a less-than sign one merged with the one to the left.</summary>
    private static string Cell(string words) => words switch
    {
        "^" => """<a:tc vMerge="1"><a:txBody><a:bodyPr/><a:p/></a:txBody></a:tc>""",
        "<" => """<a:tc hMerge="1"><a:txBody><a:bodyPr/><a:p/></a:txBody></a:tc>""",
        _ => $"<a:tc><a:txBody><a:bodyPr/>{Paragraph(words)}</a:txBody></a:tc>",
    };

    private void Add(string part, string type, string content)
    {
        parts.Add((part, content));
        types.Add((part, type));
    }
}
