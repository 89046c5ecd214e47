using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace SynthDataGen.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class EngineAndReview : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_people_name",
                table: "people");

            migrationBuilder.DropIndex(
                name: "IX_pairs_flags",
                table: "pairs");

            migrationBuilder.DropIndex(
                name: "IX_pairs_question_answer",
                table: "pairs");

            migrationBuilder.DropIndex(
                name: "IX_pairs_workspace_id_judge_score_run_id_context_ordinal",
                table: "pairs");

            migrationBuilder.AddColumn<string>(
                name: "review",
                table: "workspaces",
                type: "jsonb",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<bool>(
                name: "exactly",
                table: "runs",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "top_ups",
                table: "runs",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "top_ups_left",
                table: "runs",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "failure_reply",
                table: "run_items",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "further",
                table: "run_items",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<Guid>(
                name: "repeats_id",
                table: "run_items",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "to_judge",
                table: "run_items",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "top_up",
                table: "run_items",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AlterColumn<string>(
                name: "name",
                table: "people",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AddColumn<string>(
                name: "name_key",
                table: "people",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string[]>(
                name: "tags",
                table: "pairs",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string>(
                name: "response_format",
                table: "generators",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "bulk_id",
                table: "decisions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "decisions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "last_used_at",
                table: "access_tokens",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "name",
                table: "access_tokens",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "workspace_id",
                table: "access_tokens",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "doubt",
                table: "pairs",
                type: "integer",
                nullable: false,
                computedColumnSql: "10 * cardinality(flags) + 10 * (('near-evidence' = ANY (flags))::int + ('unsupported-number' = ANY (flags))::int + ('unsupported-date' = ANY (flags))::int + ('unsupported-name' = ANY (flags))::int + ('wrong-language' = ANY (flags))::int + ('stale' = ANY (flags))::int + ('incomplete-answer' = ANY (flags))::int + ('unclear-question' = ANY (flags))::int) + 30 * (('ungrounded' = ANY (flags))::int + ('not-answerable' = ANY (flags))::int + ('personal-data' = ANY (flags))::int + ('injection' = ANY (flags))::int) + coalesce(10 * (5 - judge_score), 0)",
                stored: true);

            migrationBuilder.CreateTable(
                name: "bulk_decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    tag = table.Column<string>(type: "text", nullable: true),
                    query = table.Column<string>(type: "jsonb", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    total = table.Column<long>(type: "bigint", nullable: true),
                    changed = table.Column<long>(type: "bigint", nullable: false),
                    cursor = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bulk_decisions", x => x.id);
                    table.ForeignKey(
                        name: "FK_bulk_decisions_workspaces_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "decision_tallies",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    bulk = table.Column<bool>(type: "boolean", nullable: false),
                    slot = table.Column<short>(type: "smallint", nullable: false),
                    count = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decision_tallies", x => new { x.workspace_id, x.at, x.by, x.action, x.reason, x.bulk, x.slot });
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
                name: "leases",
                columns: table => new
                {
                    pair_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_leases", x => x.pair_id);
                    table.ForeignKey(
                        name: "FK_leases_pairs_pair_id",
                        column: x => x.pair_id,
                        principalTable: "pairs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "memberships",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    contact = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_memberships", x => new { x.workspace_id, x.person_id });
                    table.ForeignKey(
                        name: "FK_memberships_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_memberships_workspaces_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

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

            migrationBuilder.CreateTable(
                name: "pair_words",
                columns: table => new
                {
                    pair_id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pair_words", x => x.pair_id);
                    table.ForeignKey(
                        name: "FK_pair_words_pairs_pair_id",
                        column: x => x.pair_id,
                        principalTable: "pairs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "run_activity",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    worker_id = table.Column<Guid>(type: "uuid", nullable: false),
                    in_flight = table.Column<int>(type: "integer", nullable: false),
                    retries = table.Column<int>(type: "integer", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_run_activity", x => new { x.run_id, x.worker_id });
                    table.ForeignKey(
                        name: "FK_run_activity_runs_run_id",
                        column: x => x.run_id,
                        principalTable: "runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_run_items_repeats_id",
                table: "run_items",
                column: "repeats_id",
                filter: "repeats_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_run_items_run_id",
                table: "run_items",
                column: "run_id",
                filter: "to_judge");

            migrationBuilder.Sql("UPDATE people SET name_key = upper(name)");

            migrationBuilder.CreateIndex(
                name: "IX_people_name_key",
                table: "people",
                column: "name_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pairs_flags",
                table: "pairs",
                column: "flags",
                filter: "cardinality(flags) > 0")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "IX_pairs_tags",
                table: "pairs",
                column: "tags",
                filter: "cardinality(tags) > 0")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "IX_pairs_workspace_id_created_at",
                table: "pairs",
                columns: new[] { "workspace_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "IX_pairs_workspace_id_decided_by",
                table: "pairs",
                columns: new[] { "workspace_id", "decided_by" },
                filter: "decided_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_pairs_workspace_id_status_decided_at_run_id_context_ordinal",
                table: "pairs",
                columns: new[] { "workspace_id", "status", "decided_at", "run_id", "context", "ordinal" },
                filter: "decided_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_pairs_workspace_id_status_document_id_run_id_context_ordinal",
                table: "pairs",
                columns: new[] { "workspace_id", "status", "document_id", "run_id", "context", "ordinal" });

            migrationBuilder.CreateIndex(
                name: "IX_pairs_workspace_id_status_doubt_run_id_context_ordinal",
                table: "pairs",
                columns: new[] { "workspace_id", "status", "doubt", "run_id", "context", "ordinal" },
                descending: new[] { false, false, true, false, false, false });

            migrationBuilder.CreateIndex(
                name: "IX_pairs_workspace_id_status_judge_score_run_id_context_ordinal",
                table: "pairs",
                columns: new[] { "workspace_id", "status", "judge_score", "run_id", "context", "ordinal" });

            migrationBuilder.CreateIndex(
                name: "IX_pairs_workspace_id_status_question_type_run_id_context_ordi~",
                table: "pairs",
                columns: new[] { "workspace_id", "status", "question_type", "run_id", "context", "ordinal" });

            migrationBuilder.CreateIndex(
                name: "IX_decisions_bulk_id_id",
                table: "decisions",
                columns: new[] { "bulk_id", "id" },
                filter: "bulk_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_access_tokens_workspace_id",
                table: "access_tokens",
                column: "workspace_id");

            migrationBuilder.CreateIndex(
                name: "IX_bulk_decisions_workspace_id",
                table: "bulk_decisions",
                column: "workspace_id");

            migrationBuilder.CreateIndex(
                name: "IX_leases_until",
                table: "leases",
                column: "until");

            migrationBuilder.CreateIndex(
                name: "IX_memberships_person_id",
                table: "memberships",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_pair_words_words",
                table: "pair_words",
                column: "words")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:gin_pending_list_limit", 1024);

            migrationBuilder.AddForeignKey(
                name: "FK_access_tokens_workspaces_workspace_id",
                table: "access_tokens",
                column: "workspace_id",
                principalTable: "workspaces",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

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

                INSERT INTO pair_words (pair_id, words) SELECT id, words_of_pair(question, answer) FROM pairs;
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

                INSERT INTO pair_tallies (workspace_id, run_id, question_type, status, flagged, slot, count)
                SELECT workspace_id, run_id, left(question_type, 100), status, cardinality(flags) > 0, 0, count(*) FROM pairs GROUP BY 1, 2, 3, 4, 5;

                INSERT INTO flag_tallies (workspace_id, flag, status, slot, count)
                SELECT workspace_id, flag, status, 0, count(*) FROM pairs, unnest(flags) AS flag GROUP BY 1, 2, 3;

                INSERT INTO decision_tallies (workspace_id, at, by, action, reason, bulk, slot, count)
                SELECT p.workspace_id, date_bin('10 minutes', d.at, 'epoch'), d.by, d.action, left(coalesce(d.reason, ''), 200), false, 0, count(*)
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

                INSERT INTO decision_tallies AS t (workspace_id, at, by, action, reason, bulk, slot, count)
                SELECT p.workspace_id, date_bin('10 minutes', d.at, 'epoch'), d.by, d.action, left(coalesce(d.reason, ''), 200), d.bulk_id IS NOT NULL, pg_backend_pid() % 16, sum(sign)
                FROM ({changed}) AS d JOIN pairs p ON p.id = d.pair_id WHERE d.action <> 'Undo' AND NOT d.undone
                GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(sign) <> 0 ORDER BY 1, 2, 3, 4, 5, 6
                ON CONFLICT (workspace_id, at, by, action, reason, bulk, slot) DO UPDATE SET count = t.count + excluded.count;
            """;

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                DROP TRIGGER pairs_added ON pairs;
                DROP TRIGGER pair_changed ON pairs;
                DROP FUNCTION add_words_of_pairs, change_words_of_pair, words_of_pair;
                """);

            migrationBuilder.Sql(
                """
                DROP FUNCTION tally_pairs CASCADE;
                DROP FUNCTION tally_decisions CASCADE;
                """);

            migrationBuilder.DropForeignKey(
                name: "FK_access_tokens_workspaces_workspace_id",
                table: "access_tokens");

            migrationBuilder.DropTable(
                name: "bulk_decisions");

            migrationBuilder.DropTable(
                name: "decision_tallies");

            migrationBuilder.DropTable(
                name: "flag_tallies");

            migrationBuilder.DropTable(
                name: "leases");

            migrationBuilder.DropTable(
                name: "memberships");

            migrationBuilder.DropTable(
                name: "pair_tallies");

            migrationBuilder.DropTable(
                name: "pair_words");

            migrationBuilder.DropTable(
                name: "run_activity");

            migrationBuilder.DropIndex(
                name: "IX_run_items_repeats_id",
                table: "run_items");

            migrationBuilder.DropIndex(
                name: "IX_run_items_run_id",
                table: "run_items");

            migrationBuilder.DropIndex(
                name: "IX_people_name_key",
                table: "people");

            migrationBuilder.DropIndex(
                name: "IX_pairs_flags",
                table: "pairs");

            migrationBuilder.DropIndex(
                name: "IX_pairs_tags",
                table: "pairs");

            migrationBuilder.DropIndex(
                name: "IX_pairs_workspace_id_created_at",
                table: "pairs");

            migrationBuilder.DropIndex(
                name: "IX_pairs_workspace_id_decided_by",
                table: "pairs");

            migrationBuilder.DropIndex(
                name: "IX_pairs_workspace_id_status_decided_at_run_id_context_ordinal",
                table: "pairs");

            migrationBuilder.DropIndex(
                name: "IX_pairs_workspace_id_status_document_id_run_id_context_ordinal",
                table: "pairs");

            migrationBuilder.DropIndex(
                name: "IX_pairs_workspace_id_status_doubt_run_id_context_ordinal",
                table: "pairs");

            migrationBuilder.DropIndex(
                name: "IX_pairs_workspace_id_status_judge_score_run_id_context_ordinal",
                table: "pairs");

            migrationBuilder.DropIndex(
                name: "IX_pairs_workspace_id_status_question_type_run_id_context_ordi~",
                table: "pairs");

            migrationBuilder.DropIndex(
                name: "IX_decisions_bulk_id_id",
                table: "decisions");

            migrationBuilder.DropIndex(
                name: "IX_access_tokens_workspace_id",
                table: "access_tokens");

            migrationBuilder.DropColumn(
                name: "doubt",
                table: "pairs");

            migrationBuilder.DropColumn(
                name: "review",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "exactly",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "top_ups",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "top_ups_left",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "failure_reply",
                table: "run_items");

            migrationBuilder.DropColumn(
                name: "further",
                table: "run_items");

            migrationBuilder.DropColumn(
                name: "repeats_id",
                table: "run_items");

            migrationBuilder.DropColumn(
                name: "to_judge",
                table: "run_items");

            migrationBuilder.DropColumn(
                name: "top_up",
                table: "run_items");

            migrationBuilder.DropColumn(
                name: "name_key",
                table: "people");

            migrationBuilder.DropColumn(
                name: "tags",
                table: "pairs");

            migrationBuilder.DropColumn(
                name: "response_format",
                table: "generators");

            migrationBuilder.DropColumn(
                name: "bulk_id",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "version",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "last_used_at",
                table: "access_tokens");

            migrationBuilder.DropColumn(
                name: "name",
                table: "access_tokens");

            migrationBuilder.DropColumn(
                name: "workspace_id",
                table: "access_tokens");

            migrationBuilder.AlterColumn<string>(
                name: "name",
                table: "people",
                type: "text",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(80)",
                oldMaxLength: 80);

            migrationBuilder.CreateIndex(
                name: "IX_people_name",
                table: "people",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pairs_flags",
                table: "pairs",
                column: "flags")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "IX_pairs_question_answer",
                table: "pairs",
                columns: new[] { "question", "answer" })
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops", "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "IX_pairs_workspace_id_judge_score_run_id_context_ordinal",
                table: "pairs",
                columns: new[] { "workspace_id", "judge_score", "run_id", "context", "ordinal" });
        }
    }
}
