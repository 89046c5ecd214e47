using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SynthDataGen.Core.Documents.Extractors.Word.Parts;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>The fields of one paragraph: a field's code is not part of the text, but its result is.</summary>
internal sealed partial class WordFields
{
    private readonly Stack<Field> open = new();
    private int ends;
    private int codes;

    /// <summary>A field without a result in this paragraph continues elsewhere: its words are kept.</summary>
    public WordFields(XElement paragraph) => ends = paragraph.Descendants("fldChar").Count(mark => mark.Of("fldCharType") is "separate" or "end");

    /// <summary>Whether the current place is inside a field's code.</summary>
    public bool IsCode => codes > 0;

    public void AddCode(string code)
    {
        if (open.TryPeek(out var field))
        {
            field.Code.Append(code);
        }
    }

    /// <summary>Handles a begin, separate or end mark at this place of the text. At the end of a hyperlink field, returns its address and where its words began.</summary>
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

    /// <summary>What a form field shows: a checked or empty box, or the chosen entry.</summary>
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
