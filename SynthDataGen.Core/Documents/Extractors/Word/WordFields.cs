using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SynthDataGen.Core.Documents.Extractors.Word.Parts;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>The fields of one paragraph: what stands in a field's code is none of the text, its result is.</summary>
internal sealed partial class WordFields
{
    private readonly Stack<Field> open = new();
    private int ends;
    private int codes;

    /// <summary>A field that never gets to its result, here, is one that goes on elsewhere: its words are kept.</summary>
    public WordFields(XElement paragraph) => ends = paragraph.Descendants("fldChar").Count(mark => mark.Of("fldCharType") is "separate" or "end");

    /// <summary>Whether the place that was reached is inside a field's code.</summary>
    public bool IsCode => codes > 0;

    public void AddCode(string code)
    {
        if (open.TryPeek(out var field))
        {
            field.Code.Append(code);
        }
    }

    /// <summary>Takes a begin, separate or end mark that stands at this place of the text; where a hyperlink's field ends, its address and where its words began.</summary>
    public (string? Address, int Start) Take(XElement mark, int place)
    {
        switch (mark.Of("fldCharType"))
        {
            case "begin":
                open.Push(new Field { IsCode = ends > 0 });
                codes += ends > 0 ? 1 : 0;
                break;
            case "separate" when open.TryPeek(out var field):
                ends--;
                LeaveCode(field);
                field.Start = place;
                break;
            case "end" when open.TryPop(out var field):
                ends--;
                LeaveCode(field);
                return Hyperlink().Match(field.Code.ToString()) is { Success: true } match ? (match.Groups[1].Value, field.Start) : default;
        }

        return default;
    }

    /// <summary>What a form field shows: a box with or without its cross, or the entry that was chosen.</summary>
    public static string Form(XElement? data)
    {
        if (data?.Element("checkBox") is { } box)
        {
            return (box.Element("checked") ?? box.Element("default")).IsOn() ? "[x]" : "[ ]";
        }

        var list = data?.Element("ddList");
        return list?.Elements("listEntry").ElementAtOrDefault(list.Element("result").Number() ?? list.Element("default").Number() ?? 0).Of() ?? "";
    }

    private void LeaveCode(Field field)
    {
        codes -= field.IsCode ? 1 : 0;
        field.IsCode = false;
    }

    [GeneratedRegex(@"^\s*HYPERLINK\s+""([^""]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Hyperlink();

    private sealed class Field
    {
        public StringBuilder Code { get; } = new();
        public bool IsCode { get; set; }
        public int Start { get; set; }
    }
}
