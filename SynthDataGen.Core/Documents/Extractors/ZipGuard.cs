using System.IO.Compression;
using System.Xml;

namespace SynthDataGen.Core.Documents.Extractors;

/// <summary>Refuses zipped documents that unpack beyond the limits, or whose XML nests deeper than a parser's stack bears.</summary>
internal sealed class ZipGuard(ExtractionOptions options)
{
    private const long SmallPart = 1 << 20;

    /// <summary>Checks the archive, and reads its XML parts of this folder once through for depth.</summary>
    /// <param name="path">Where the archive lies.</param>
    /// <param name="folder">The folder inside it whose XML becomes trees in memory.</param>
    /// <param name="what">What the file claims to be, with its article.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public void Check(string path, string folder, string what, CancellationToken cancellationToken)
    {
        using var zip = Open(path, what);
        if (zip.Entries.Count > options.MaxZipEntries)
        {
            throw Fault.TooLarge("zip entries", options.MaxZipEntries);
        }

        long total = 0;
        foreach (var entry in zip.Entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            total += entry.Length;
            if (total > options.MaxUnzippedBytes)
            {
                throw Fault.TooLarge("bytes of unpacked content", options.MaxUnzippedBytes);
            }

            if (entry.Length > SmallPart && entry.Length > options.MaxZipRatio * Math.Max(entry.CompressedLength, 1))
            {
                throw Fault.TooLarge("times its packed size", options.MaxZipRatio);
            }

            if (entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && entry.FullName.StartsWith(folder, StringComparison.OrdinalIgnoreCase))
            {
                CheckDepth(entry, cancellationToken);
            }
        }
    }

    private static ZipArchive Open(string path, string what)
    {
        try
        {
            return ZipFile.OpenRead(path);
        }
        catch (InvalidDataException fault)
        {
            throw Fault.Damaged($"The file is not {what}, or not a complete one.", fault);
        }
    }

    private void CheckDepth(ZipArchiveEntry entry, CancellationToken cancellationToken)
    {
        using var content = entry.Open();
        using var xml = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (xml.Read())
        {
            if (xml.Depth > options.MaxXmlDepth)
            {
                throw Fault.Damaged($"The document nests deeper than {options.MaxXmlDepth} levels.");
            }

            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
