using System.IO.Compression;
using System.Xml;

namespace SynthDataGen.Core.Documents.Extractors;

/// <summary>Refuses zipped documents that unpack beyond the limits, or whose XML nests too deep for a parser's stack.</summary>
internal sealed class ZipGuard(ExtractionOptions options)
{
    private const long SmallPart = 1 << 20;

    /// <summary>Opens an archive whose directory keeps to the limits; no entry yields more than its directory says.</summary>
    /// <param name="content">The archive's bytes, closed with it or when it is refused.</param>
    /// <param name="what">What the file claims to be, with its article.</param>
    public ZipArchive Open(Stream content, string what)
    {
        try
        {
            var zip = new ZipArchive(content);
            CheckSizes(zip);
            return zip;
        }
        catch (Exception fault) when (fault is InvalidDataException or ExtractionException)
        {
            content.Dispose();
            throw fault as ExtractionException ?? Fault.Damaged($"The file is not {what}, or not a complete one.", fault);
        }
    }

    /// <summary>Checks the archive, and reads its XML parts of this folder once through for depth.</summary>
    /// <param name="path">The archive's path.</param>
    /// <param name="folder">The folder inside it whose XML becomes trees in memory.</param>
    /// <param name="what">What the file claims to be, with its article.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public void Check(string path, string folder, string what, CancellationToken cancellationToken)
    {
        using var zip = Open(File.OpenRead(path), what);
        foreach (var entry in zip.Entries)
        {
            if (entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && entry.FullName.StartsWith(folder, StringComparison.OrdinalIgnoreCase))
            {
                CheckDepth(entry, cancellationToken);
            }
        }
    }

    private void CheckSizes(ZipArchive zip)
    {
        if (zip.Entries.Count > options.MaxZipEntries)
        {
            throw Fault.TooLarge("zip entries", options.MaxZipEntries);
        }

        long total = 0;
        foreach (var entry in zip.Entries)
        {
            // Only false sizes make the sum overflow.
            total = entry.Length < 0 ? long.MaxValue : Math.Max(total, total + entry.Length);
            if (total > options.MaxUnzippedBytes)
            {
                throw Fault.TooLarge("bytes of unpacked content", options.MaxUnzippedBytes);
            }

            if (entry.Length > SmallPart && entry.Length > options.MaxZipRatio * Math.Max(entry.CompressedLength, 1))
            {
                throw Fault.TooLarge("times its packed size", options.MaxZipRatio);
            }
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
                throw Fault.TooDeep(options.MaxXmlDepth);
            }

            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>The entry that a reference inside another entry means; names are data, and steps above the archive's root stay at the root.</summary>
    public static string ResolveName(string from, string reference)
    {
        var parts = from.Split('/')[..^1].ToList();
        foreach (var part in Uri.UnescapeDataString(reference.Split('#')[0]).Split('/'))
        {
            if (part != "..")
            {
                parts.Add(part);
            }
            else if (parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
        }

        return string.Join('/', parts.Where(part => part is not ("" or ".")));
    }
}
