using System.IO.Compression;

namespace SynthDataGen.Core.Documents.Extractors.Books;

/// <summary>One part of a book: the name of its entry, and whether it is the book's navigation.</summary>
internal sealed record BookPart(string Name, bool IsNavigation);

/// <summary>What a book's package says of its parts and their order.</summary>
internal sealed class BookPackage
{
    private const string Container = "META-INF/container.xml";

    private readonly Dictionary<string, BookPart> manifest = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, BookPart> spine = new(StringComparer.Ordinal);

    /// <summary>The parts in reading order.</summary>
    public IReadOnlyList<BookPart> Spine => [.. spine.Values];

    /// <exception cref="ExtractionException">The book is locked, or is none.</exception>
    public static BookPackage Read(ZipArchive zip)
    {
        if (BookLock.IsOn(zip))
        {
            throw Fault.Encrypted();
        }

        var place = BookXml.Elements(zip, Container).Where(element => element.Name == "rootfile").Select(element => element.Of("full-path")).FirstOrDefault();
        if (place is null || zip.GetEntry(place) is null)
        {
            throw Fault.Damaged("The file is not an EPUB book, or not a complete one.");
        }

        var package = new BookPackage();
        foreach (var element in BookXml.Elements(zip, place))
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
            manifest.TryAdd(id, new BookPart(ZipNames.Resolve(place, href), properties.Contains("nav", StringComparer.Ordinal)));
        }
        else if (element.Name == "itemref" && manifest.GetValueOrDefault(element.Of("idref") ?? "") is { } part)
        {
            spine.TryAdd(part.Name, part);
        }
    }
}
