using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Documents;

/// <summary>The languages of scans as Tesseract codes, the likeliest first: <c>deu+eng</c>.</summary>
public sealed partial record OcrLanguages
{
    /// <summary>Most languages at once: each makes reading slower and less sure.</summary>
    public const int Most = 5;

    private OcrLanguages(string text) => Text = text;

    /// <summary>The codes joined with plus signs, as Tesseract expects them.</summary>
    public string Text { get; }

    public IReadOnlyList<string> Codes => Text.Split('+');

    /// <summary>Reads codes joined with plus signs; false if the text is anything else. Does not check whether they are installed.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out OcrLanguages? languages)
    {
        languages = Pattern().IsMatch(text) ? new(text) : null;
        return languages is not null && languages.Codes.Count <= Most;
    }

    /// <summary>A workspace's languages; null if OCR is off.</summary>
    public static OcrLanguages? Of(ReadingSettings reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return reading.Ocr is not null && TryParse(reading.Ocr, out var languages) ? languages : null;
    }

    public override string ToString() => Text;

    [GeneratedRegex(@"^[a-z]{3}(_[a-z]{2,8}){0,2}(\+[a-z]{3}(_[a-z]{2,8}){0,2})*\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
