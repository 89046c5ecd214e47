using System.Globalization;
using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;

/// <summary>Words side by side at one height of a column, in reading direction.</summary>
internal sealed partial class PdfRow
{
    /// <summary>Least gap between cells, in heights.</summary>
    private const float CellGap = 0.95f;

    private const float TabGap = 0.6f;
    private const float EvenGaps = 1.15f;
    private const int FewestStretched = 5;

    private const string Bullets = "•‣◦⁃∙●○■□▪▫–—-*·➢➤✓✔❖►▸◆◇★☐☑";

    /// <summary>Letters that word processors use as bullets in a symbol font: a tab distinguishes them from words.</summary>
    private const string LetterBullets = "o§Øü";

    private readonly PdfWord bounds;

    /// <summary>Cached; empty if there is none.</summary>
    private string? marker;

    public PdfRow(List<PdfLine> lines, int page, int column)
    {
        Page = page;
        Column = column;
        var words = lines.Count == 1 ? lines[0].Words : [.. lines.SelectMany(line => line.Words)];
        RightToLeft = Script.RunsRightToLeft(words);
        if (RightToLeft)
        {
            Words = Script.Logical([.. words.OrderBy(word => -word.X1)]);
        }
        else
        {
            Words = lines.Count == 1 ? words : [.. words.OrderBy(word => word.X0)];
        }
        bounds = PdfWord.Bounds(words);
        Height = UsualHeight(words);
    }

    public int Page { get; }

    /// <summary>Numbers the columns of consecutive rows over the whole document.</summary>
    public int Column { get; }

    public PdfWord[] Words { get; }
    public bool RightToLeft { get; }
    public float X0 => bounds.X0;
    public float X1 => bounds.X1;
    public float Y0 => bounds.Y0;
    public float Y1 => bounds.Y1;

    /// <summary>The median height of its words: the closest thing to a font size that boxes have.</summary>
    public float Height { get; }

    public string Text => field ??= PdfWord.Join(Words);

    /// <summary>Width of one character if all are equally wide, else -1.</summary>
    public float Pitch => field == 0 ? field = Monospace.Pitch(Words) : field;

    /// <summary>A list item's sign or number at the row's start, or null.</summary>
    public string? Marker => (marker ??= Words.Length < 2 ? "" : ReadMarker(Words[0].Text) ?? (IsTabbedLetter ? "-" : "")).Length > 0 ? marker : null;

    /// <summary>Whether any of its words runs up or down the page.</summary>
    public bool IsVertical => Array.Exists(Words, word => word.IsVertical);

    /// <summary>Where the row's words start, after a marker.</summary>
    public float TextX0 => Marker is null ? X0 : Words[1].X0;

    /// <summary>Groups of words with wide gaps between them.</summary>
    public IReadOnlyList<ArraySegment<PdfWord>> Cells => field ??= SplitCells();

    /// <summary>Whether it is a justified line with few words: all gaps are equally wide.</summary>
    private bool IsStretched
    {
        get
        {
            var (least, most) = (float.MaxValue, 0f);
            for (var i = 1; i < Words.Length; i++)
            {
                var gap = Words[i].X0 - Words[i - 1].X1;
                (least, most) = (MathF.Min(least, gap), MathF.Max(most, gap));
            }
            return most > CellGap * Height && most < EvenGaps * least && Words.Count(word => word.Text.Any(char.IsLetter)) >= FewestStretched;
        }
    }

    private bool IsTabbedLetter => IsLetterBullet(Words[0].Text) && Words[1].X0 - Words[0].X1 > TabGap * Height;

    private List<ArraySegment<PdfWord>> SplitCells()
    {
        var cells = new List<ArraySegment<PdfWord>>(1);
        var (start, stretched) = (0, IsStretched);
        for (var i = 1; i < Words.Length && !stretched; i++)
        {
            var isWide = Words[i].X0 - Words[i - 1].X1 > CellGap * Height;
            if (isWide && (i - start > 1 || (start == 0 ? Marker : ReadMarker(Words[start].Text)) is null))
            {
                cells.Add(new(Words, start, i - start));
                start = i;
            }
        }
        cells.Add(new(Words, start, Words.Length - start));
        return cells;
    }

    private static float UsualHeight(PdfWord[] words)
    {
        Span<float> heights = words.Length <= 64 ? stackalloc float[words.Length] : new float[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            heights[i] = words[i].Height;
        }
        heights.Sort();
        return heights[words.Length / 2];
    }

    /// <summary>The marker to write for this first word: a dash for any bullet, numbers as they are; null for other words.</summary>
    private static string? ReadMarker(string word)
    {
        if ((word.Length == 1 && Bullets.Contains(word[0], StringComparison.Ordinal)) || IsPrivate(word))
        {
            return "-";
        }

        return word.Length <= 7 && Number().IsMatch(word) ? word : null;
    }

    /// <summary>Whether the word is a letter that serves as a bullet if a tab follows.</summary>
    private static bool IsLetterBullet(string word) => word.Length == 1 && LetterBullets.Contains(word[0], StringComparison.Ordinal);

    /// <summary>A single private-use or unassigned character, as symbol fonts yield for their bullets.</summary>
    private static bool IsPrivate(string word) =>
        word.Length is 1 or 2 && CharUnicodeInfo.GetUnicodeCategory(word, 0) is UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned && (word.Length == 2) == char.IsSurrogate(word[0]);

    [GeneratedRegex(@"^(?:\(?\d{1,2}[.)]|\([a-zA-Z]\)|[a-zA-Z][.)]|\(?[ivx]{1,5}[.)]|\[\d{1,3}\])$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
