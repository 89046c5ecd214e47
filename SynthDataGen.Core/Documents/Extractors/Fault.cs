using System.Globalization;

namespace SynthDataGen.Core.Documents.Extractors;

/// <summary>The sentences for documents that cannot be read: what is wrong, and what to do.</summary>
internal static class Fault
{
    public static ExtractionException Empty() =>
        new(DocumentFailure.Empty, "The file is empty (0 bytes). Upload it again from where it came.");

    public static ExtractionException Encrypted(Exception? inner = null) =>
        new(DocumentFailure.Encrypted, "The file is protected by a password. Save a copy without the password and upload that.", inner);

    public static ExtractionException Damaged(string what, Exception? inner = null) =>
        new(DocumentFailure.Damaged, $"{what} Open the original, save it anew and upload it again.", inner);

    public static ExtractionException TooDeep(int levels) => Damaged($"The document nests deeper than {levels} levels.");

    public static ExtractionException NoText() =>
        new(DocumentFailure.NoText, "The file holds no text, only pictures or empty pages. Run text recognition (OCR) on it and upload the result.");

    public static ExtractionException TooLarge(string limit, long most, Exception? inner = null) =>
        new(
            DocumentFailure.TooLarge,
            string.Create(CultureInfo.InvariantCulture, $"The document is beyond the limit of {most:N0} {limit}. Split it, or raise the limit in the settings."),
            inner);

    public static ExtractionException Unsupported(string key) =>
        new(
            DocumentFailure.Unsupported,
            $"“{key}” is of a kind that cannot be read. Convert it to PDF, Word (.docx), PowerPoint (.pptx), Excel (.xlsx), EPUB, CSV, Markdown, HTML or plain text.");

    public static ExtractionException TimedOut(TimeSpan limit, Exception? inner = null) =>
        new(
            DocumentFailure.TimedOut,
            string.Create(CultureInfo.InvariantCulture, $"Reading took longer than {limit.TotalSeconds:N0} seconds. Try again, split the document, or raise the limit in the settings."),
            inner);
}
