using System.Text.Json;
using Npgsql;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;
using SynthDataGen.Core.Review.Second;

namespace SynthDataGen.Core.Data.Export;

/// <summary>Reads whole pairs with the data of their documents, revisions, runs and second reviews.</summary>
internal static class PairRows
{
    public static IAsyncEnumerable<IReadOnlyList<ExportedPair>> ReadAsync(
        SynthDataGenDb db,
        IQueryable<Pair> pairs,
        Func<IReadOnlyList<(ExportedPair Pair, Guid RunItemId)>, Task<IReadOnlyList<ExportedPair>>> complete,
        CancellationToken cancellationToken)
    {
        var reading = new Reading();
        return ServerCursor.ReadAsync(db, Columns(db, pairs), reading.Read, complete, cancellationToken);
    }

    /// <summary>The members are in the order in which <see cref="Reading.Read"/> reads them.</summary>
    private static IQueryable<object> Columns(SynthDataGenDb db, IQueryable<Pair> pairs) =>
        from p in pairs
        join d in db.Documents on p.DocumentId equals d.Id
        join r in db.Revisions on p.RevisionId equals r.Id
        join u in db.Runs on p.RunId equals u.Id
        join c in db.Recipes on u.RecipeId equals c.Id into recipes
        from recipe in recipes.DefaultIfEmpty()
        join s in db.SecondReviews on p.Id equals s.PairId into seconds
        from second in seconds.DefaultIfEmpty()
        orderby p.RunId, p.Context, p.Ordinal
        select new
        {
            p.Id, p.Version, p.DocumentId, p.RevisionId, p.RunId, p.RunItemId, p.Context, p.Ordinal, p.Question, p.Answer, p.Evidence, p.QuestionType,
            p.Difficulty, p.Persona, p.Flags, p.Tags, p.Status, Stage = (ReviewStage?)second.Stage, p.Assignee, p.ClusterId, p.Judgement, d.Key, r.Sha256,
            p.HeadingPath, Recipe = recipe.Name, p.GeneratorName, p.Model, p.Template, p.TemplateVersion, p.DecidedBy, p.DecidedAt, p.CreatedAt,
        };

    /// <summary>Reads rows and creates values that repeat in successive rows only once.</summary>
    private sealed class Reading
    {
        private readonly Dictionary<string, string> words = new(StringComparer.Ordinal);
        private (string Json, IReadOnlyList<string> Path) heading = ("[]", []);

        public (ExportedPair Pair, Guid RunItemId) Read(NpgsqlDataReader row) => (
            new ExportedPair
            {
                Id = row.GetGuid(0),
                Version = row.GetInt32(1),
                DocumentId = row.GetGuid(2),
                RevisionId = row.GetGuid(3),
                RunId = row.GetGuid(4),
                Context = row.GetInt32(6),
                Ordinal = row.GetInt32(7),
                Question = row.GetString(8),
                Answer = row.GetString(9),
                Evidence = Json<Evidence[]>(row, 10) ?? [],
                QuestionType = Word(row, 11)!,
                Difficulty = Word(row, 12),
                Persona = Word(row, 13),
                Flags = Words(row, 14),
                Tags = Words(row, 15),
                Status = Enum.Parse<PairStatus>(Word(row, 16)!),
                Stage = Word(row, 17) is { } stage ? Enum.Parse<ReviewStage>(stage) : null,
                Assignee = Word(row, 18),
                ClusterId = row.IsDBNull(19) ? null : row.GetGuid(19),
                Judgement = row.IsDBNull(20) ? null : Json<Judgement>(row, 20),
                DocumentKey = Word(row, 21)!,
                Sha256 = Word(row, 22)!,
                HeadingPath = Path(row, 23),
                Recipe = Word(row, 24) ?? "(deleted)",
                Generator = Word(row, 25)!,
                Model = Word(row, 26)!,
                Template = Word(row, 27)!,
                TemplateVersion = Word(row, 28)!,
                DecidedBy = Word(row, 29),
                DecidedAt = row.IsDBNull(30) ? null : row.GetFieldValue<DateTimeOffset>(30),
                CreatedAt = row.GetFieldValue<DateTimeOffset>(31),
            },
            row.GetGuid(5));

        private static T? Json<T>(NpgsqlDataReader row, int column) => JsonSerializer.Deserialize<T>(row.GetFieldValue<byte[]>(column), JsonSerializerOptions.Web);

        private IReadOnlyList<string> Path(NpgsqlDataReader row, int column)
        {
            var json = row.GetString(column);
            if (json != heading.Json)
            {
                heading = (json, JsonSerializer.Deserialize<string[]>(json, JsonSerializerOptions.Web)!);
            }

            return heading.Path;
        }

        private static string[] Words(NpgsqlDataReader row, int column) => row.GetFieldValue<string[]>(column);

        /// <summary>A text with few distinct values.</summary>
        private string? Word(NpgsqlDataReader row, int column)
        {
            const int Most = 10_000;
            if (row.IsDBNull(column))
            {
                return null;
            }

            var text = row.GetString(column);
            if (words.Count < Most)
            {
                words.TryAdd(text, text);
            }

            return words.GetValueOrDefault(text, text);
        }
    }
}
