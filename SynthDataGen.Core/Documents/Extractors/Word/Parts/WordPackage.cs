using System.IO.Compression;
using System.Xml.Linq;

namespace SynthDataGen.Core.Documents.Extractors.Word.Parts;

/// <summary>A reference from one part to another, or to an outside address, which is never opened.</summary>
internal sealed record WordRelation(string Type, string Target, bool IsExternal);

/// <summary>The parts of a Word file and their relations. A missing or misnamed part other than the main one only costs its own words.</summary>
internal sealed class WordPackage : IDisposable
{
    private const int MostUnits = 1_000_000;

    /// <summary>Most bytes of a part that is kept in memory while the body is read.</summary>
    private const long MostBytes = 256 << 20;

    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly CancellationToken cancellationToken;
    private string? main;

    /// <exception cref="ExtractionException">The file is not a Word document, or exceeds the limits.</exception>
    public WordPackage(Stream content, ExtractionOptions options, CancellationToken cancellationToken)
    {
        Options = options;
        this.cancellationToken = cancellationToken;
        zip = new ZipGuard(options).Open(content, "a Word document");
        foreach (var entry in zip.Entries)
        {
            entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
    }

    public ExtractionOptions Options { get; }

    /// <summary>The name of the part that holds the body.</summary>
    public string Main => main ??= Relations("").Values.FirstOrDefault(relation => relation.Type == "officeDocument")?.Target ?? "";

    public bool Has(string part) => entries.ContainsKey(part);

    public Stream Open(string part) => entries[part].Open();

    /// <summary>A part's length; 0 if there is no such part.</summary>
    public long Length(string part) => entries.GetValueOrDefault(part)?.Length ?? 0;

    /// <summary>A part's XML; null if there is no such part.</summary>
    public WordXml? Read(string part) => Has(part) ? new WordXml(Open(part), Options.MaxXmlDepth, cancellationToken) : null;

    /// <summary>A part's relations by id.</summary>
    public IReadOnlyDictionary<string, WordRelation> Relations(string part)
    {
        var cut = part.LastIndexOf('/') + 1;
        var relations = new Dictionary<string, WordRelation>(StringComparer.Ordinal);
        foreach (var element in Units($"{part[..cut]}_rels/{part[cut..]}.rels", "Relationship"))
        {
            relations.TryAdd(element.Of("Id") ?? "", Relation(part, element));
        }

        return relations;
    }

    /// <summary>Elements of these names one by one, each as its own tree.</summary>
    public IEnumerable<XElement> Units(string part, params string[] names)
    {
        if (Length(part) > MostBytes)
        {
            throw Fault.TooLarge("bytes of notes, styles or other definitions", MostBytes);
        }

        using var xml = Read(part);
        for (var count = 0; xml?.Read() == true;)
        {
            if (names.Contains(xml.Name, StringComparer.Ordinal))
            {
                yield return ++count <= MostUnits ? xml.Load() : throw Fault.TooLarge("notes, styles or other definitions", MostUnits);
            }
        }
    }

    /// <summary>The parts that the main part refers to with this relation type.</summary>
    public IEnumerable<string> Parts(string type) =>
        Relations(Main).Values.Where(relation => relation.Type == type && !relation.IsExternal && Has(relation.Target)).Select(relation => relation.Target).Distinct(StringComparer.OrdinalIgnoreCase);

    public void Dispose() => zip.Dispose();

    /// <summary>Strict and transitional relation types differ in their namespace, not in their last segment.</summary>
    private static WordRelation Relation(string part, XElement element)
    {
        var type = element.Of("Type") ?? "";
        var target = element.Of("Target") ?? "";
        var external = string.Equals(element.Of("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
        return new(type[(type.LastIndexOf('/') + 1)..], external ? target : ZipGuard.ResolveName(target.StartsWith('/') ? "" : part, target), external);
    }
}
