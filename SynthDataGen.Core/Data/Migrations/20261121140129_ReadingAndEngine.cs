using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SynthDataGen.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class ReadingAndEngine : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_workspaces_bucket",
                table: "workspaces");

            migrationBuilder.DropIndex(
                name: "IX_workspaces_name",
                table: "workspaces");

            migrationBuilder.DropIndex(
                name: "IX_revisions_document_id_sha256",
                table: "revisions");

            migrationBuilder.DropIndex(
                name: "IX_model_calls_run_item_id_request_hash",
                table: "model_calls");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "deleted_at",
                table: "workspaces",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reading",
                table: "workspaces",
                type: "jsonb",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<decimal>(
                name: "budget",
                table: "runs",
                type: "numeric(18,6)",
                precision: 18,
                scale: 6,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "committed",
                table: "runs",
                type: "numeric(18,6)",
                precision: 18,
                scale: 6,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<Guid>(
                name: "judge_generator_id",
                table: "runs",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "pause_reason",
                table: "runs",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "resumes_at",
                table: "runs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "resumptions",
                table: "runs",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "header",
                table: "run_items",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "judge_failure_message",
                table: "run_items",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "judge_failure_reason",
                table: "run_items",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "judge_input_tokens",
                table: "run_items",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "judge_output_tokens",
                table: "run_items",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "boilerplate_chunks",
                table: "revisions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.Sql(
                """
                UPDATE revisions SET boilerplate_chunks = counted.chunks
                FROM (SELECT revision_id, count(*) AS chunks FROM chunks
                      WHERE kind IN ('Contents', 'Index', 'Licence', 'References', 'History')
                      GROUP BY revision_id) AS counted
                WHERE revisions.id = counted.revision_id
                """);

            migrationBuilder.AddColumn<int>(
                name: "ocr_pages",
                table: "revisions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "read_as",
                table: "revisions",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "code",
                table: "revision_texts",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<Guid>(
                name: "cluster_id",
                table: "pairs",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "judge_score",
                table: "pairs",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "judgement",
                table: "pairs",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "by_judge",
                table: "model_calls",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "estimated_tokens",
                table: "model_calls",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "calibration_calls",
                table: "generators",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "estimated_tokens",
                table: "generators",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "reported_tokens",
                table: "generators",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "header",
                table: "chunks",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "repeated_tokens",
                table: "chunks",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "fingerprints",
                columns: table => new
                {
                    pair_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bands = table.Column<int[]>(type: "integer[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fingerprints", x => x.pair_id);
                    table.ForeignKey(
                        name: "FK_fingerprints_pairs_pair_id",
                        column: x => x.pair_id,
                        principalTable: "pairs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "generator_limits",
                columns: table => new
                {
                    generator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_generator_limits", x => x.generator_id);
                    table.ForeignKey(
                        name: "FK_generator_limits_generators_generator_id",
                        column: x => x.generator_id,
                        principalTable: "generators",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_workspaces_bucket",
                table: "workspaces",
                column: "bucket",
                unique: true,
                filter: "deleted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_workspaces_name",
                table: "workspaces",
                column: "name",
                unique: true,
                filter: "deleted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_revisions_document_id_sha256_read_as",
                table: "revisions",
                columns: new[] { "document_id", "sha256", "read_as" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pairs_cluster_id",
                table: "pairs",
                column: "cluster_id",
                filter: "cluster_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_pairs_workspace_id_judge_score_run_id_context_ordinal",
                table: "pairs",
                columns: new[] { "workspace_id", "judge_score", "run_id", "context", "ordinal" });

            // Two jobs that did the same context at once could keep the same answer twice.
            migrationBuilder.Sql(
                """
                DELETE FROM model_calls AS later USING model_calls AS earlier
                WHERE later.run_item_id = earlier.run_item_id AND later.round = earlier.round
                  AND later.request_hash = earlier.request_hash AND later.id > earlier.id
                """);

            migrationBuilder.CreateIndex(
                name: "IX_model_calls_run_item_id_round_request_hash",
                table: "model_calls",
                columns: new[] { "run_item_id", "round", "request_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_fingerprints_bands",
                table: "fingerprints",
                column: "bands")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:fastupdate", false);

            migrationBuilder.AddForeignKey(
                name: "FK_pairs_pairs_cluster_id",
                table: "pairs",
                column: "cluster_id",
                principalTable: "pairs",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_pairs_pairs_cluster_id",
                table: "pairs");

            migrationBuilder.DropTable(
                name: "fingerprints");

            migrationBuilder.DropTable(
                name: "generator_limits");

            migrationBuilder.DropIndex(
                name: "IX_workspaces_bucket",
                table: "workspaces");

            migrationBuilder.DropIndex(
                name: "IX_workspaces_name",
                table: "workspaces");

            migrationBuilder.DropIndex(
                name: "IX_revisions_document_id_sha256_read_as",
                table: "revisions");

            migrationBuilder.DropIndex(
                name: "IX_pairs_cluster_id",
                table: "pairs");

            migrationBuilder.DropIndex(
                name: "IX_pairs_workspace_id_judge_score_run_id_context_ordinal",
                table: "pairs");

            migrationBuilder.DropIndex(
                name: "IX_model_calls_run_item_id_round_request_hash",
                table: "model_calls");

            migrationBuilder.DropColumn(
                name: "deleted_at",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "reading",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "budget",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "committed",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "judge_generator_id",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "pause_reason",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "resumes_at",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "resumptions",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "header",
                table: "run_items");

            migrationBuilder.DropColumn(
                name: "judge_failure_message",
                table: "run_items");

            migrationBuilder.DropColumn(
                name: "judge_failure_reason",
                table: "run_items");

            migrationBuilder.DropColumn(
                name: "judge_input_tokens",
                table: "run_items");

            migrationBuilder.DropColumn(
                name: "judge_output_tokens",
                table: "run_items");

            migrationBuilder.DropColumn(
                name: "boilerplate_chunks",
                table: "revisions");

            migrationBuilder.DropColumn(
                name: "ocr_pages",
                table: "revisions");

            migrationBuilder.DropColumn(
                name: "read_as",
                table: "revisions");

            migrationBuilder.DropColumn(
                name: "code",
                table: "revision_texts");

            migrationBuilder.DropColumn(
                name: "cluster_id",
                table: "pairs");

            migrationBuilder.DropColumn(
                name: "judge_score",
                table: "pairs");

            migrationBuilder.DropColumn(
                name: "judgement",
                table: "pairs");

            migrationBuilder.DropColumn(
                name: "by_judge",
                table: "model_calls");

            migrationBuilder.DropColumn(
                name: "estimated_tokens",
                table: "model_calls");

            migrationBuilder.DropColumn(
                name: "calibration_calls",
                table: "generators");

            migrationBuilder.DropColumn(
                name: "estimated_tokens",
                table: "generators");

            migrationBuilder.DropColumn(
                name: "reported_tokens",
                table: "generators");

            migrationBuilder.DropColumn(
                name: "header",
                table: "chunks");

            migrationBuilder.DropColumn(
                name: "repeated_tokens",
                table: "chunks");

            migrationBuilder.CreateIndex(
                name: "IX_workspaces_bucket",
                table: "workspaces",
                column: "bucket",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_workspaces_name",
                table: "workspaces",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_revisions_document_id_sha256",
                table: "revisions",
                columns: new[] { "document_id", "sha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_model_calls_run_item_id_request_hash",
                table: "model_calls",
                columns: new[] { "run_item_id", "request_hash" });
        }
    }
}
