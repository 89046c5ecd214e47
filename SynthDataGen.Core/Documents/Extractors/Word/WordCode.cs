using System.Text;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>Hands blocks on; lines of code, each of which is a paragraph in Word, as one block a page.</summary>
internal sealed class WordCode(ExtractionBuilder builder)
{
    private readonly StringBuilder lines = new();
    private WordPiece? first;

    public void Add(WordPiece piece)
    {
        if (piece.Kind == BlockKind.Code && (first is null || first.Page == piece.Page))
        {
            lines.Append(first is null ? "" : "\n").Append(piece.Text);
            first ??= piece;
            return;
        }

        End();
        if (piece.Kind == BlockKind.Code)
        {
            Add(piece);
            return;
        }

        builder.Add(piece.Kind, piece.Text, piece.Page, piece.Level, piece.Breaks);
    }

    public void End()
    {
        if (first is not null)
        {
            builder.Add(BlockKind.Code, lines.ToString(), first.Page, level: 0);
            lines.Clear();
            first = null;
        }
    }
}
