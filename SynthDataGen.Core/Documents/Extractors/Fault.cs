using System.Globalization;

namespace SynthDataGen.Core.Documents.Extractors;

/// <summary>The messages for unreadable documents: what is wrong and what to do.</summary>
internal static class Fault
{
    public static ExtractionException Empty() =>
        new(DocumentFailure.Empty, "The file is empty (0 bytes). Upload the original again.");

    public static ExtractionException Encrypted(Exception? inner = null) =>
        new(DocumentFailure.Encrypted, "The file is protected by a password. Save a copy without a password and upload that.", inner);

    public static ExtractionException Damaged(string what, Exception? inner = null) =>
        new(DocumentFailure.Damaged, $"{what} Open the original, save it again and upload the new file.", inner);

    public static ExtractionException TooDeep(int levels) => Damaged($"The document nests deeper than {levels} levels.");

    public static ExtractionException NoText() =>
        new(DocumentFailure.NoText, "The file has no text, only pictures or empty pages. Turn on OCR for scanned PDF files in the settings, or upload a copy with text.");

    public static ExtractionException NoTextSeen() =>
        new(DocumentFailure.NoText, "The file has no text, and OCR found none on its pages. Check the file and the OCR languages in the settings.");

    public static ExtractionException NoLanguage(IReadOnlyList<string> codes) =>
        new(
            DocumentFailure.OcrUnavailable,
            $"Tesseract lacks the language data for {string.Join(" and ", codes)}. Install {string.Join(" and ", codes.Select(code => $"tesseract-ocr-{code.Replace('_', '-')}"))} where documents are read, or change the OCR languages in the settings.");

    public static ExtractionException PageTimedOut(int page, TimeSpan limit, Exception inner) =>
        new(
            DocumentFailure.TimedOut,
            string.Create(CultureInfo.InvariantCulture, $"Reading page {page} by OCR took longer than {limit.TotalSeconds:N0} seconds. Try again, leave the page out, or raise the limit in the configuration."),
            inner);

    public static ExtractionException TooLarge(string limit, long most, Exception? inner = null) =>
        new(
            DocumentFailure.TooLarge,
            string.Create(CultureInfo.InvariantCulture, $"The document exceeds the limit of {most:N0} {limit}. Split it, or raise the limit in the settings."),
            inner);

    public static ExtractionException Unsupported(string key) =>
        new(
            DocumentFailure.Unsupported,
            $"“{key}” is a type of file that can't be read. Convert it to PDF, Word (.docx), PowerPoint (.pptx), Excel (.xlsx), EPUB, CSV, Markdown, HTML or plain text.");

    public static ExtractionException TimedOut(TimeSpan limit, Exception? inner = null) =>
        new(
            DocumentFailure.TimedOut,
            string.Create(CultureInfo.InvariantCulture, $"Reading took longer than {limit.TotalSeconds:N0} seconds. Try again, split the document, or raise the limit in the settings."),
            inner);
}
