using Microsoft.EntityFrameworkCore.Migrations;

namespace SynthDataGen.Core.Data.Migrations;

/// <summary>The part that is written by hand: triggers that keep the words of pairs, to search in, and the tallies.</summary>
public partial class Initial
{
    private const string Added = "SELECT workspace_id, run_id, question_type, status, flags, 1 AS sign FROM added";
    private const string Taken = "SELECT workspace_id, run_id, question_type, status, flags, -1 AS sign FROM taken";

    private static void CreateTriggers(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE FUNCTION words_of_pair(question text, answer text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
            AS $$ SELECT to_tsvector('simple'::regconfig, left(question || E'\n' || answer, 100000)) $$;

            CREATE FUNCTION add_words_of_pairs() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO pair_words (pair_id, words) SELECT id, words_of_pair(question, answer) FROM added;
                RETURN NULL;
            END $$;

            CREATE FUNCTION change_words_of_pair() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO pair_words (pair_id, words) VALUES (new.id, words_of_pair(new.question, new.answer))
                ON CONFLICT (pair_id) DO UPDATE SET words = excluded.words;
                RETURN NULL;
            END $$;

            CREATE TRIGGER pairs_added AFTER INSERT ON pairs REFERENCING NEW TABLE AS added
            FOR EACH STATEMENT EXECUTE FUNCTION add_words_of_pairs();

            CREATE TRIGGER pair_changed AFTER UPDATE OF question, answer ON pairs
            FOR EACH ROW EXECUTE FUNCTION change_words_of_pair();
            """);

        migrationBuilder.Sql(
            $"""
            CREATE FUNCTION tally_pairs() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF TG_OP = 'INSERT' THEN {TallyPairs(Added)}
              ELSIF TG_OP = 'UPDATE' THEN {TallyPairs($"{Added} UNION ALL {Taken}")}
              ELSE {TallyPairs(Taken)}
              END IF;
              RETURN NULL;
            END $$;

            CREATE TRIGGER tally_added AFTER INSERT ON pairs REFERENCING NEW TABLE AS added
              FOR EACH STATEMENT EXECUTE FUNCTION tally_pairs();
            CREATE TRIGGER tally_changed AFTER UPDATE ON pairs REFERENCING NEW TABLE AS added OLD TABLE AS taken
              FOR EACH STATEMENT EXECUTE FUNCTION tally_pairs();
            CREATE TRIGGER tally_taken AFTER DELETE ON pairs REFERENCING OLD TABLE AS taken
              FOR EACH STATEMENT EXECUTE FUNCTION tally_pairs();

            CREATE FUNCTION tally_decisions() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF TG_OP = 'INSERT' THEN {TallyDecisions("SELECT *, 1 AS sign FROM added")}
              ELSE {TallyDecisions("SELECT *, 1 AS sign FROM added UNION ALL SELECT *, -1 FROM taken")}
              END IF;
              RETURN NULL;
            END $$;

            CREATE TRIGGER tally_added AFTER INSERT ON decisions REFERENCING NEW TABLE AS added
              FOR EACH STATEMENT EXECUTE FUNCTION tally_decisions();
            CREATE TRIGGER tally_changed AFTER UPDATE ON decisions REFERENCING NEW TABLE AS added OLD TABLE AS taken
              FOR EACH STATEMENT EXECUTE FUNCTION tally_decisions();
            """);
    }

    /// <summary>The triggers go with their tables.</summary>
    private static void DropTriggers(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("DROP FUNCTION add_words_of_pairs, change_words_of_pair, words_of_pair, tally_pairs, tally_decisions");

    /// <summary>Adds the changes to this session's slot, ordered by key: sessions that share a slot wait for each other and never deadlock.</summary>
    private static string TallyPairs(string changed) =>
        $"""

            INSERT INTO pair_tallies AS t (workspace_id, run_id, question_type, status, flagged, slot, count)
            SELECT workspace_id, run_id, left(question_type, 100), status, cardinality(flags) > 0, pg_backend_pid() % 16, sum(sign)
            FROM ({changed}) AS changed GROUP BY 1, 2, 3, 4, 5 HAVING sum(sign) <> 0 ORDER BY 1, 2, 3, 4, 5
            ON CONFLICT (workspace_id, run_id, question_type, status, flagged, slot) DO UPDATE SET count = t.count + excluded.count;

            INSERT INTO flag_tallies AS t (workspace_id, flag, status, slot, count)
            SELECT workspace_id, flag, status, pg_backend_pid() % 16, sum(sign)
            FROM ({changed}) AS changed, unnest(flags) AS flag GROUP BY 1, 2, 3 HAVING sum(sign) <> 0 ORDER BY 1, 2, 3
            ON CONFLICT (workspace_id, flag, status, slot) DO UPDATE SET count = t.count + excluded.count;
        """;

    /// <summary>Decisions are deleted only with their workspace, whose tallies are deleted too.</summary>
    private static string TallyDecisions(string changed) =>
        $"""

            INSERT INTO decision_tallies AS t (workspace_id, at, by, action, reason, bulk, slot, count)
            SELECT p.workspace_id, date_bin('10 minutes', d.at, 'epoch'), d.by, d.action, left(coalesce(d.reason, ''), 200), d.bulk_id IS NOT NULL, pg_backend_pid() % 16, sum(sign)
            FROM ({changed}) AS d JOIN pairs p ON p.id = d.pair_id WHERE d.action <> 'Undo' AND NOT d.undone
            GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(sign) <> 0 ORDER BY 1, 2, 3, 4, 5, 6
            ON CONFLICT (workspace_id, at, by, action, reason, bulk, slot) DO UPDATE SET count = t.count + excluded.count;
        """;
}
