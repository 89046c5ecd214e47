using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Review;

/// <summary>Which pairs; what is null does not narrow.</summary>
public sealed record PairQuery(PairStatus? Status = null, string? Flag = null, Guid? DocumentId = null, Guid? RunId = null, string? Search = null)
{
    /// <summary>As a flag: any flag at all.</summary>
    public const string AnyFlag = "any";

    internal IQueryable<Pair> Of(SynthDataGenDb db, Guid workspaceId)
    {
        var pairs = db.Pairs.AsNoTracking().Where(p => p.WorkspaceId == workspaceId);
        pairs = Status is { } status ? pairs.Where(p => p.Status == status) : pairs;
        pairs = DocumentId is { } document ? pairs.Where(p => p.DocumentId == document) : pairs;
        pairs = RunId is { } run ? pairs.Where(p => p.RunId == run) : pairs;
        pairs = Flag switch
        {
            null or "" => pairs,
            AnyFlag => pairs.Where(p => p.Flags.Any()),
            var flag => pairs.Where(p => p.Flags.Contains(flag)),
        };
        if (string.IsNullOrWhiteSpace(Search))
        {
            return pairs;
        }

        var pattern = Patterns.Containing(Search);
        return pairs.Where(p => EF.Functions.ILike(p.Question, pattern, Patterns.Escape) || EF.Functions.ILike(p.Answer, pattern, Patterns.Escape));
    }
}
