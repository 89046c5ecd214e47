using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SynthDataGen.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class Tallies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "decision_tallies",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    slot = table.Column<short>(type: "smallint", nullable: false),
                    count = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decision_tallies", x => new { x.workspace_id, x.at, x.by, x.action, x.reason, x.slot });
                });

            migrationBuilder.CreateTable(
                name: "flag_tallies",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    flag = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    slot = table.Column<short>(type: "smallint", nullable: false),
                    count = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_flag_tallies", x => new { x.workspace_id, x.flag, x.status, x.slot });
                })
                .Annotation("Npgsql:StorageParameter:fillfactor", 50);

            migrationBuilder.CreateTable(
                name: "pair_tallies",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    question_type = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    flagged = table.Column<bool>(type: "boolean", nullable: false),
                    slot = table.Column<short>(type: "smallint", nullable: false),
                    count = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pair_tallies", x => new { x.workspace_id, x.run_id, x.question_type, x.status, x.flagged, x.slot });
                })
                .Annotation("Npgsql:StorageParameter:fillfactor", 50);

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

                INSERT INTO pair_tallies (workspace_id, run_id, question_type, status, flagged, slot, count)
                SELECT workspace_id, run_id, left(question_type, 100), status, cardinality(flags) > 0, 0, count(*) FROM pairs GROUP BY 1, 2, 3, 4, 5;

                INSERT INTO flag_tallies (workspace_id, flag, status, slot, count)
                SELECT workspace_id, flag, status, 0, count(*) FROM pairs, unnest(flags) AS flag GROUP BY 1, 2, 3;

                INSERT INTO decision_tallies (workspace_id, at, by, action, reason, slot, count)
                SELECT p.workspace_id, date_bin('10 minutes', d.at, 'epoch'), d.by, d.action, left(coalesce(d.reason, ''), 200), 0, count(*)
                FROM decisions d JOIN pairs p ON p.id = d.pair_id WHERE d.action <> 'Undo' AND NOT d.undone GROUP BY 1, 2, 3, 4, 5;
                """);
        }

        private const string Added = "SELECT workspace_id, run_id, question_type, status, flags, 1 AS sign FROM added";
        private const string Taken = "SELECT workspace_id, run_id, question_type, status, flags, -1 AS sign FROM taken";

        /// <summary>Adds what changed to the slot of this session, in the order of the keys: whoever shares the slot waits and does not deadlock.</summary>
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

        /// <summary>Decisions go away only with their workspace, whose tallies go too.</summary>
        private static string TallyDecisions(string changed) =>
            $"""

                INSERT INTO decision_tallies AS t (workspace_id, at, by, action, reason, slot, count)
                SELECT p.workspace_id, date_bin('10 minutes', d.at, 'epoch'), d.by, d.action, left(coalesce(d.reason, ''), 200), pg_backend_pid() % 16, sum(sign)
                FROM ({changed}) AS d JOIN pairs p ON p.id = d.pair_id WHERE d.action <> 'Undo' AND NOT d.undone
                GROUP BY 1, 2, 3, 4, 5 HAVING sum(sign) <> 0 ORDER BY 1, 2, 3, 4, 5
                ON CONFLICT (workspace_id, at, by, action, reason, slot) DO UPDATE SET count = t.count + excluded.count;
            """;

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                DROP FUNCTION tally_pairs CASCADE;
                DROP FUNCTION tally_decisions CASCADE;
                """);

            migrationBuilder.DropTable(
                name: "decision_tallies");

            migrationBuilder.DropTable(
                name: "flag_tallies");

            migrationBuilder.DropTable(
                name: "pair_tallies");
        }
    }
}
