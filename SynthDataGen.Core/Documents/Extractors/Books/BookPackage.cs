using System.IO.Compression;

namespace SynthDataGen.Core.Documents.Extractors.Books;

/// <summary>One part of a book: its entry's name, and whether it is the navigation.</summary>
internal sealed record BookPart(string Name, bool IsNavigation);

/// <summary>A book's parts and their order, from its package.</summary>
internal sealed class BookPackage
{
    private const string Container = "META-INF/container.xml";

    private static readonly string[] FontAlgorithms = ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"];

    private readonly Dictionary<string, BookPart> manifest = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, BookPart> spine = new(StringComparer.Ordinal);

    /// <summary>The parts in reading order.</summary>
    public IReadOnlyList<BookPart> Spine => [.. spine.Values];

    /// <exception cref="ExtractionException">The book is copy-protected, or the file is not a book.</exception>
    public static BookPackage Read(ZipArchive zip)
    {
        if (IsLocked(zip))
        {
            throw Fault.Encrypted();
        }

        var place = BookElement.ReadAll(zip, Container).Where(element => element.Name == "rootfile").Select(element => element.Of("full-path")).FirstOrDefault();
        if (place is null || zip.GetEntry(place) is null)
        {
            throw Fault.Damaged("The file is not an EPUB book, or not a complete one.");
        }

        var package = new BookPackage();
        foreach (var element in BookElement.ReadAll(zip, place))
        {
            package.Take(element, place);
        }

        return package;
    }

    private void Take(BookElement element, string place)
    {
        if (element.Name == "item" && element.Of("id") is { } id && element.Of("href") is { } href)
        {
            var properties = element.Of("properties")?.Split(' ') ?? [];
            manifest.TryAdd(id, new BookPart(ZipGuard.ResolveName(place, href), properties.Contains("nav", StringComparer.Ordinal)));
        }
        else if (element.Name == "itemref" && manifest.GetValueOrDefault(element.Of("idref") ?? "") is { } part)
        {
            spine.TryAdd(part.Name, part);
        }
    }

    /// <summary>Whether the book is copy-protected; obscured fonts alone do not count.</summary>
    private static bool IsLocked(ZipArchive zip) =>
        zip.Entries.Any(entry => entry.IsEncrypted)
        || BookElement.ReadAll(zip, "META-INF/encryption.xml")
            .Any(element => element.Name == "EncryptionMethod" && !FontAlgorithms.Contains(element.Of("Algorithm"), StringComparer.Ordinal));
}
