using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Review;

/// <summary>
/// The words of a pair's question and answer, for searching. They have their own table, so that a decision, which rewrites the pair's row,
/// need not index dozens of words again. Triggers on <c>pairs</c> maintain them.
/// </summary>
public sealed class SearchWords
{
    private const string Language = "simple";

    /// <summary>Up to this many pairs are few: sorting all of them is faster than finding enough of them along an order.</summary>
    private const int Few = 2_000;

    public Guid PairId { get; init; }
    public required NpgsqlTsVector Words { get; init; }

    /// <summary>
    /// The pairs, in any workspace, that match the search, where they are few. Null: they are many, or there is no
    /// search. The database cannot tell in advance: it assumes that every prefix is somewhat frequent.
    /// </summary>
    internal static async Task<IReadOnlyList<Guid>?> FindFewAsync(SynthDataGenDb db, string? search, CancellationToken cancellationToken)
    {
        if (search is null)
        {
            return null;
        }

        var found = await Matching(db, search).Select(w => w.PairId).InAnyOrder().Take(Few + 1).ToListAsync(cancellationToken);
        return found.Count > Few ? null : found;
    }

    /// <summary>The pairs that match the whole search.</summary>
    internal static IQueryable<SearchWords> Matching(SynthDataGenDb db, string search)
    {
        var text = SearchText.Parse(search);
        var words = db.SearchWords.AsQueryable();
        foreach (var phrase in text.Phrases)
        {
            words = words.Where(w => w.Words.Matches(EF.Functions.PhraseToTsQuery(Language, phrase)));
        }

        if (text.Words.Length > 0)
        {
            words = words.Where(w => w.Words.Matches(EF.Functions.PlainToTsQuery(Language, text.Words)));
        }

        if (text.Beginning is null)
        {
            return words;
        }

        var beginning = $"'{text.Beginning.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}':*";
        return words.Where(w => w.Words.Matches(EF.Functions.ToTsQuery(Language, beginning)));
    }
}
