using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Generation.Contexts;

namespace SynthDataGen.Core.Data.Generation.Planning;

/// <summary>
/// Finds chunks of a document that share distinctive terms, by PostgreSQL's language-neutral full-text search.
/// A term weighs more the more frequent it is in a chunk and the rarer in the document; chunks are closer the smaller the angle between
/// them, so that long chunks have no advantage over short ones (Salton and Buckley, 1988).
/// </summary>
public sealed class RelatedChunks(IDbContextFactory<SynthDataGenDb> factory)
{
    /// <summary>Shorter terms say little. No list of stop words is needed, since those are in too many chunks.</summary>
    private const int MinLength = 4;

    /// <summary>A term in more chunks characterizes none of them; this also limits the pairs of chunks to compare for each term.</summary>
    private const int MostChunks = 8;

    /// <summary>One shared term may be chance.</summary>
    private const int MinShared = 2;

    /// <summary>Relations that a chunk may have in either direction.</summary>
    private const int MostRelations = 4;

    /// <summary>The relations between chunks that do not touch; boilerplate has none.</summary>
    public async Task<IReadOnlyList<Relation>> FindAsync(string text, IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        var asked = chunks.Where(chunk => !chunk.Kind.IsBoilerplate()).ToList();
        if (asked.Count < 2)
        {
            return [];
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Database.SqlQuery<Relation>(
            $"""
            WITH terms AS MATERIALIZED (
                SELECT chunk.ordinal, term.lexeme, 1 + ln(cardinality(term.positions)) AS often
                FROM unnest({asked.Select(chunk => chunk.Ordinal).ToArray()}, {asked.Select(chunk => text[chunk.Start..chunk.End]).ToArray()}) AS chunk (ordinal, words),
                    unnest(to_tsvector('simple', chunk.words)) AS term
                WHERE length(term.lexeme) >= {MinLength} AND term.lexeme ~ '[[:alpha:]]'),
            telling AS MATERIALIZED (
                SELECT lexeme, count(*) AS chunks, ln({(double)asked.Count} / count(*)) AS rare FROM terms
                GROUP BY lexeme HAVING count(*) <= {Math.Clamp(asked.Count / 2, 2, MostChunks)}),
            told AS MATERIALIZED (SELECT ordinal, lexeme, chunks, often * rare AS weight FROM terms JOIN telling USING (lexeme)),
            lengths AS MATERIALIZED (SELECT ordinal, sqrt(sum(weight * weight)) AS length FROM told GROUP BY ordinal),
            shared AS (
                SELECT one.ordinal AS one, other.ordinal AS other, sum(one.weight * other.weight) AS weight
                FROM told AS one JOIN told AS other ON other.lexeme = one.lexeme AND other.ordinal > one.ordinal + 1
                WHERE one.chunks > 1 GROUP BY one.ordinal, other.ordinal HAVING count(*) >= {MinShared}),
            related AS (
                SELECT shared.one, shared.other, shared.weight / (a.length * b.length) AS weight
                FROM shared JOIN lengths AS a ON a.ordinal = shared.one JOIN lengths AS b ON b.ordinal = shared.other
                WHERE shared.weight > 0),
            ranked AS (
                SELECT *, row_number() OVER (PARTITION BY one ORDER BY weight DESC, other) AS of_one,
                    row_number() OVER (PARTITION BY other ORDER BY weight DESC, one) AS of_other
                FROM related)
            SELECT one AS "One", other AS "Other", weight AS "Weight" FROM ranked
            WHERE of_one <= {MostRelations} OR of_other <= {MostRelations} ORDER BY one, other
            """).ToListAsync(cancellationToken);
    }
}
