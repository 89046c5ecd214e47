using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Export;

/// <summary>Finds what generators answered before people edited it.</summary>
internal sealed class OriginalAnswers(SynthDataGenDb db)
{
    /// <summary>The pairs with their original answers, where those that stand are others.</summary>
    public async Task<IReadOnlyList<ExportedPair>> AddAsync(IReadOnlyList<ExportedPair> pairs, CancellationToken cancellationToken)
    {
        var ids = pairs.Where(pair => pair.Version > 1).Select(pair => pair.Id).ToArray();
        var edits = await db.Decisions.AsNoTracking().Where(d => ids.Contains(d.PairId) && d.Action == DecisionAction.Edit)
            .Select(d => new { d.PairId, d.Id, d.Before }).ToListAsync(cancellationToken);
        var first = edits.Where(edit => edit.Before.Answer is not null).GroupBy(edit => edit.PairId)
            .ToDictionary(pair => pair.Key, pair => pair.MinBy(edit => edit.Id)!.Before.Answer);
        return [.. pairs.Select(pair => first.GetValueOrDefault(pair.Id) is { } original && original != pair.Answer ? pair with { OriginalAnswer = original } : pair)];
    }
}
