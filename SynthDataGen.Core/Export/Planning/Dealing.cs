namespace SynthDataGen.Core.Export.Planning;

/// <summary>
/// Deals documents out to parts. A document's part follows from its id, the seed and the shares alone, so that documents that come or go
/// move no other one; the shares are met the nearer the more documents there are.
/// </summary>
internal static class Dealing
{
    /// <summary>Deals out all pairs that are not left out.</summary>
    public static void Deal(IReadOnlyList<Candidate> candidates, Placement[] placements, Split? split, int seed)
    {
        for (var i = 0; i < placements.Length; i++)
        {
            if (placements[i].IsIn)
            {
                placements[i] = new(split is null ? Part.Train : PartOf(candidates[i].DocumentId, split, seed), null);
            }
        }
    }

    /// <summary>The part of a document.</summary>
    public static Part PartOf(Guid documentId, Split split, int seed)
    {
        var place = Chance.Of(documentId, seed) * 100;
        return place < split.Train ? Part.Train
            : place < split.Train + split.Validation ? Part.Validation
            : Part.Test;
    }
}
