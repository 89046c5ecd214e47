using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace SynthDataGen.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class Review : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.AddColumn<string[]>(
                name: "tags",
                table: "pairs",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

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
                name: "IX_bulk_decisions_workspace_id",
                table: "bulk_decisions",
                column: "workspace_id");

            migrationBuilder.CreateIndex(
                name: "IX_leases_until",
                table: "leases",
                column: "until");

            migrationBuilder.CreateIndex(
                name: "IX_pair_words_words",
                table: "pair_words",
                column: "words")
                .Annotation("Npgsql:IndexMethod", "gin");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                DROP TRIGGER pairs_added ON pairs;
                DROP TRIGGER pair_changed ON pairs;
                DROP FUNCTION add_words_of_pairs, change_words_of_pair, words_of_pair;
                """);

            migrationBuilder.DropTable(
                name: "bulk_decisions");

            migrationBuilder.DropTable(
                name: "leases");

            migrationBuilder.DropTable(
                name: "pair_words");

            migrationBuilder.DropIndex(
                name: "IX_pairs_flags",
                table: "pairs");

            migrationBuilder.DropIndex(
                name: "IX_pairs_tags",
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

            migrationBuilder.DropColumn(
                name: "doubt",
                table: "pairs");

            migrationBuilder.DropColumn(
                name: "review",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "tags",
                table: "pairs");

            migrationBuilder.DropColumn(
                name: "bulk_id",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "version",
                table: "decisions");

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
