using System.Text;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>Passes blocks on, joining lines of code, each a paragraph in Word, into one block per page.</summary>
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
