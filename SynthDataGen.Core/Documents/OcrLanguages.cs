using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Documents;

/// <summary>The languages that scans are written in, by Tesseract's codes, the likeliest first: <c>deu+eng</c>.</summary>
public sealed partial record OcrLanguages
{
    /// <summary>Most languages at once: each makes reading slower and less sure.</summary>
    public const int Most = 5;

    private OcrLanguages(string text) => Text = text;

    /// <summary>The codes with a plus between them, as Tesseract takes them.</summary>
    public string Text { get; }

    public IReadOnlyList<string> Codes => Text.Split('+');

    /// <summary>Reads codes with a plus between them; false where it is no such thing. Whether they are installed is not known here.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out OcrLanguages? languages)
    {
        languages = Pattern().IsMatch(text) ? new(text) : null;
        return languages is not null && languages.Codes.Count <= Most;
    }

    /// <summary>Those of a workspace; null where OCR is off.</summary>
    public static OcrLanguages? Of(ReadingSettings reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return reading.Ocr is not null && TryParse(reading.Ocr, out var languages) ? languages : null;
    }

    public override string ToString() => Text;

    [GeneratedRegex(@"^[a-z]{3}(_[a-z]{2,8}){0,2}(\+[a-z]{3}(_[a-z]{2,8}){0,2})*\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
