using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Review;

/// <summary>
/// The words of a pair's question and answer, to search in. They stand apart, so that a decision, which writes a pair's row anew,
/// need not write its dozens of words into their index again. Triggers on <c>pairs</c> keep them.
/// </summary>
public sealed class PairWords
{
    private const string Language = "simple";

    /// <summary>As many pairs as this are few: all of them are looked at sooner than enough of them are found along an order.</summary>
    private const int Few = 2_000;

    public Guid PairId { get; init; }
    public required NpgsqlTsVector Words { get; init; }

    /// <summary>
    /// The pairs, of whatever workspace, that hold all that was searched for, where these are few. Null: they are many, or nothing was
    /// searched for. The database cannot tell beforehand: it takes every beginning of a word to be somewhat frequent.
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

    /// <summary>Those that hold all that was searched for.</summary>
    internal static IQueryable<PairWords> Matching(SynthDataGenDb db, string search)
    {
        var text = SearchText.Parse(search);
        var words = db.PairWords.AsQueryable();
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
