using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SynthDataGen.Core.Export.Planning;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Export;

/// <summary>Why a pair deserves a look before it is exported.</summary>
[Flags]
public enum Concerns : byte
{
    None = 0,

    /// <summary>Its document has a newer revision.</summary>
    Stale = 1,

    /// <summary>It names a person or contact details.</summary>
    PersonalData = 2,

    /// <summary>It has another flag.</summary>
    Flagged = 4,

    /// <summary>No supporting place in the document was found.</summary>
    MissingEvidence = 8,

    /// <summary>Nobody has decided on it.</summary>
    Pending = 16,

    /// <summary>Somebody rejected it.</summary>
    Rejected = 32,
}

/// <summary>What planning an export and warning about it need of the pairs that fit a filter.</summary>
/// <param name="Pairs">The pairs, in the order of writing.</param>
/// <param name="Concerns">The concerns about each of them.</param>
public sealed record CandidateList(IReadOnlyList<Candidate> Pairs, IReadOnlyList<Concerns> Concerns);

/// <summary>Reads pairs as narrow rows.</summary>
internal static class CandidateRows
{
    /// <summary>How the evidence column shows that a quote was not found.</summary>
    private static readonly string Missing = $$"""[{"match": {{(int)EvidenceMatch.Missing}}}]""";

    /// <summary>Reads them.</summary>
    /// <param name="db">A context in a transaction.</param>
    /// <param name="pairs">The pairs.</param>
    /// <param name="benchmarkOf">Finds the benchmark that a question and answer repeat; null: there are none to look for.</param>
    /// <param name="cancellationToken">Stops it.</param>
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
