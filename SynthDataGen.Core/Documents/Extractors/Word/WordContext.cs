using SynthDataGen.Core.Documents.Extractors.Word.Parts;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>What the words of a part lean on. <paramref name="Notes"/> is null where none are looked up: notes have no notes.</summary>
internal sealed record WordContext(WordPackage Package, string Part, WordStyles Styles, WordNotes? Notes)
{
    private readonly Lazy<IReadOnlyDictionary<string, WordRelation>> relations = new(() => Package.Relations(Part));

    /// <summary>What the part means by this id, or null where it means nothing.</summary>
    public WordRelation? Relation(string? id) => id is null ? null : relations.Value.GetValueOrDefault(id);
}
