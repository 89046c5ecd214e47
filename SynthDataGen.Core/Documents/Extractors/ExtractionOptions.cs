using System.ComponentModel.DataAnnotations;

namespace SynthDataGen.Core.Documents.Extractors;

/// <summary>Limits on reading one document, section <c>ExtractionOptions</c>. A document that exceeds one fails alone, with a code.</summary>
public sealed class ExtractionOptions
{
    /// <summary>Largest file, in bytes. Default 512 MiB.</summary>
    [Range(1, long.MaxValue)]
    public long MaxFileBytes { get; set; } = 512L << 20;

    /// <summary>Longest time for one document, not counting OCR. Default five minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Longest time for reading one page by OCR. Default two minutes: dense pictures take long.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan OcrPageTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Most pages of one document that are read by OCR. Default 1,000.</summary>
    [Range(1, 100_000)]
    public int MaxOcrPages { get; set; } = 1_000;

    /// <summary>Longest time for one document of which every page is read by OCR.</summary>
    internal TimeSpan LongestTime => 2 * Timeout + MaxOcrPages * OcrPageTimeout;

    /// <summary>Most pages. Default 20,000.</summary>
    [Range(1, int.MaxValue)]
    public int MaxPages { get; set; } = 20_000;

    /// <summary>Most paragraphs, list items, tables and other blocks. Default 2 million.</summary>
    [Range(1, int.MaxValue)]
    public int MaxBlocks { get; set; } = 2_000_000;

    /// <summary>Most elements of an HTML page, or lines and marks of a Markdown file: both become trees in memory. Default 1 million.</summary>
    [Range(1, int.MaxValue)]
    public int MaxNodes { get; set; } = 1_000_000;

    /// <summary>Most lines in one paragraph or table of a Markdown file. Default 50,000.</summary>
    [Range(1, int.MaxValue)]
    public int MaxParagraphLines { get; set; } = 50_000;

    /// <summary>Most marks in one paragraph or table of a Markdown file, such as stars and brackets; the time grows with their square. Default 50,000.</summary>
    [Range(1, int.MaxValue)]
    public int MaxParagraphMarks { get; set; } = 50_000;

    /// <summary>Most characters of text. Default 100 million.</summary>
    [Range(1, int.MaxValue)]
    public int MaxCharacters { get; set; } = 100_000_000;

    /// <summary>Most cells in one sheet, CSV file or table of a Word document, the empty ones inside its tables included. Default 2 million.</summary>
    [Range(1, int.MaxValue)]
    public int MaxCells { get; set; } = 2_000_000;

    /// <summary>Address space that a process of Poppler or Tesseract may take, in bytes. Default 2 GiB.</summary>
    [Range(64L << 20, long.MaxValue)]
    public long ProcessMemoryBytes { get; set; } = 2L << 30;

    /// <summary>Most bytes that a process of Poppler or Tesseract may write. Default 2 GiB.</summary>
    [Range(1, long.MaxValue)]
    public long ProcessOutputBytes { get; set; } = 2L << 30;

    /// <summary>Most entries in a zipped document. Default 20,000.</summary>
    [Range(1, int.MaxValue)]
    public int MaxZipEntries { get; set; } = 20_000;

    /// <summary>Most bytes that a zipped document may unpack to. Default 2 GiB.</summary>
    [Range(1, long.MaxValue)]
    public long MaxUnzippedBytes { get; set; } = 2L << 30;

    /// <summary>Largest ratio of unpacked to packed size for parts beyond 1 MiB. Default 200.</summary>
    [Range(2, 100_000)]
    public int MaxZipRatio { get; set; } = 200;

    /// <summary>Deepest nesting of elements in XML parts. Default 256.</summary>
    [Range(16, 2_000)]
    public int MaxXmlDepth { get; set; } = 256;
}
