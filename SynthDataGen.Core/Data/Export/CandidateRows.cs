using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SynthDataGen.Core.Export.Planning;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Export;

/// <summary>Why an exported pair deserves a look first.</summary>
[Flags]
public enum Concerns : byte
{
    None = 0,

    /// <summary>Its document has a newer revision.</summary>
    Stale = 1,

    /// <summary>It names a person, or how to reach one.</summary>
    PersonalData = 2,

    /// <summary>It has another flag.</summary>
    Flagged = 4,

    /// <summary>No place in the document was found that supports it.</summary>
    MissingEvidence = 8,

    /// <summary>Nobody has decided on it.</summary>
    Pending = 16,

    /// <summary>Somebody rejected it.</summary>
    Rejected = 32,
}

/// <summary>The pairs that fit a filter, as far as it takes to plan an export and to warn of it.</summary>
/// <param name="Pairs">In the order in which they are written.</param>
/// <param name="Concerns">For each of them.</param>
public sealed record CandidateList(IReadOnlyList<Candidate> Pairs, IReadOnlyList<Concerns> Concerns);

/// <summary>Pairs as narrow rows.</summary>
internal static class CandidateRows
{
    /// <summary>As the evidence column says that a quote was found nowhere.</summary>
    private static readonly string Missing = $$"""[{"match": {{(int)EvidenceMatch.Missing}}}]""";

    /// <summary>Reads them.</summary>
    /// <param name="db">A context in a transaction.</param>
    /// <param name="pairs">Which.</param>
    /// <param name="benchmarkOf">Tells of question and answer which benchmark they repeat; null: none is to be looked for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static IAsyncEnumerable<IReadOnlyList<(Candidate Candidate, Concerns Concerns)>> ReadAsync(
        SynthDataGenDb db, IQueryable<Pair> pairs, Func<string, string, int?>? benchmarkOf, CancellationToken cancellationToken)
    {
        var hasTexts = benchmarkOf is not null;
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var columns = pairs.Select(p => new
        {
            p.Id,
            p.DocumentId,
            p.ClusterId,
            p.QuestionType,
            p.Difficulty,
            p.Status,
            p.Flags,
            Missing = EF.Functions.JsonContains(p.Evidence, Missing) || EF.Functions.JsonContained(p.Evidence, "[]"),
            Question = hasTexts ? p.Question : "",
            Answer = hasTexts ? p.Answer : "",
        });
        return ServerCursor.ReadAsync(db, columns, Read, Task.FromResult, cancellationToken);

        (Candidate, Concerns) Read(NpgsqlDataReader row)
        {
            var benchmark = benchmarkOf?.Invoke(row.GetString(8), row.GetString(9));
            var candidate = new Candidate(row.GetGuid(0), row.GetGuid(1), row.IsDBNull(2) ? null : row.GetGuid(2), Word(row, 3)!, Word(row, 4), benchmark);
            return (candidate, ConcernsOf(Word(row, 5)!, row.GetFieldValue<string[]>(6), row.GetBoolean(7)));
        }

        string? Word(NpgsqlDataReader row, int column) =>
            row.IsDBNull(column) ? null : CollectionsMarshal.GetValueRefOrAddDefault(words, row.GetString(column), out _) ??= row.GetString(column);
    }

    private static Concerns ConcernsOf(string status, string[] flags, bool missing)
    {
        var concerns = missing ? Concerns.MissingEvidence : Concerns.None;
        foreach (var flag in flags)
        {
            concerns |= flag switch
            {
                PairFlags.Stale => Concerns.Stale,
                PairFlags.PersonalData => Concerns.PersonalData,
                _ => Concerns.Flagged,
            };
        }

        return concerns | status switch
        {
            nameof(PairStatus.Pending) => Concerns.Pending,
            nameof(PairStatus.Rejected) => Concerns.Rejected,
            _ => Concerns.None,
        };
    }
}
