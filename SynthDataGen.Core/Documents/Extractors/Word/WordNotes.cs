using System.Xml.Linq;
using SynthDataGen.Core.Documents.Extractors.Word.Parts;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>Footnotes and endnotes, numbered in the order of their references.</summary>
internal sealed class WordNotes
{
    private readonly Dictionary<(string Kind, int Id), string> notes = [];
    private int count;

    public WordNotes(WordPackage package, WordStyles styles)
    {
        foreach (var kind in (string[])["footnote", "endnote"])
        {
            foreach (var part in package.Parts(kind + "s"))
            {
                AddAll(kind, package, new WordContext(package, part, styles, Notes: null));
            }
        }
    }

    /// <summary>The words of the notes that nothing has referred to.</summary>
    public IEnumerable<string> Unread => notes.Values;

    /// <summary>The mark for the text, and the note's words; reading a note removes it, so it appears once.</summary>
    public (string Mark, string Text) Read(string kind, int id)
    {
        if (!notes.Remove((kind, id), out var note))
        {
            return ("", "");
        }

        var mark = $"[{++count}]";
        return (mark, note.Length > 0 ? $"{mark} {note}" : "");
    }

    private void AddAll(string kind, WordPackage package, WordContext context)
    {
        foreach (var note in package.Units(context.Part, kind))
        {
            // The others are separators between text and notes.
            if (note.Of("type") is null or "normal")
            {
                notes.TryAdd((kind, note.Number("id") ?? 0), Words(note, context));
            }
        }
    }

    private static string Words(XElement note, WordContext context) =>
        string.Join(' ', note.Inside("p").Select(paragraph => new WordInlines(context, paragraph).Text.Trim()).Where(text => text.Length > 0));
}
