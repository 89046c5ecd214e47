using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>Footnotes and endnotes, numbered in the order in which they are referred to.</summary>
internal sealed class WordNotes
{
    private readonly Dictionary<(bool End, long Id), OpenXmlElement> notes = [];
    private int count;

    public WordNotes(MainDocumentPart main)
    {
        foreach (var note in main.FootnotesPart?.Footnotes?.Elements<Footnote>() ?? [])
        {
            notes.TryAdd((false, note.Id?.Value ?? 0), note);
        }

        foreach (var note in main.EndnotesPart?.Endnotes?.Elements<Endnote>() ?? [])
        {
            notes.TryAdd((true, note.Id?.Value ?? 0), note);
        }
    }

    /// <summary>The mark to set in the text, and the note's words; a note is taken out as it is read, so it stands once.</summary>
    public (string Mark, string Text) Read(OpenXmlElement reference)
    {
        var key = (reference is EndnoteReference, (reference as FootnoteReference)?.Id?.Value ?? (reference as EndnoteReference)?.Id?.Value ?? 0);
        if (!notes.Remove(key, out var note))
        {
            return ("", "");
        }

        var mark = $"[{++count}]";
        return (mark, string.Join(' ', note.Descendants<Paragraph>().Select(paragraph => new WordInlines(this, paragraph).Text)));
    }
}
