using SynthDataGen.Core.Documents.Extractors.Word.Parts;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>What reading a part needs. <paramref name="Notes"/> is null inside notes, which have no notes themselves.</summary>
internal sealed record WordContext(WordPackage Package, string Part, WordStyles Styles, WordNotes? Notes)
{
    private readonly Lazy<IReadOnlyDictionary<string, WordRelation>> relations = new(() => Package.Relations(Part));

    /// <summary>The relation that the part gives this id; null if there is none.</summary>
    public WordRelation? Relation(string? id) => id is null ? null : relations.Value.GetValueOrDefault(id);
}
