using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Review;

/// <summary>Alternates question types: a page of each type, dealt out like cards. Each type continues after its own last pair.</summary>
internal sealed class PairSpread(SynthDataGenDb db, Guid workspaceId, PairQuery query)
{
    /// <summary>How many pairs of each type are nearby: fewer than in other orders, as each type is searched separately.</summary>
    private const int Nearby = 5_000;

    /// <inheritdoc cref="PairPages.Few"/>
    public IReadOnlyList<Guid>? Few { get; init; }

    /// <inheritdoc cref="PairPages.Also"/>
    public Func<IQueryable<Pair>, IQueryable<Pair>>? Also { get; init; }

    /// <summary>The ids of the next pairs, in order.</summary>
    /// <param name="lasts">The last pair of each type that was seen.</param>
    /// <param name="limit">How many.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<IReadOnlyList<(Guid Id, string Type)>> FindAsync(IReadOnlyList<Pair> lasts, int limit, CancellationToken cancellationToken)
    {
        var dealt = new List<(int Round, string Type, Guid Id)>();
        foreach (var type in query.Type is { } wanted ? [wanted] : QuestionTypes.All)
        {
            var pages = new PairPages(db, workspaceId, query with { Type = type }, PairOrder.OldestFirst) { Few = Few, Also = Also, Nearby = Nearby };
            var ids = await pages.FindAsync(lasts.SingleOrDefault(last => last.QuestionType == type), limit, cancellationToken);
            dealt.AddRange(ids.Select((id, round) => (round, type, id)));
        }

        return [.. dealt.OrderBy(card => card.Round).Take(limit).Select(card => (card.Id, card.Type))];
    }
}
