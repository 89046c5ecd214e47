using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SynthDataGen.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class Engine : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_model_calls_run_item_id_request_hash",
                table: "model_calls");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "generator_limits");

            migrationBuilder.DropIndex(
                name: "IX_model_calls_run_item_id_round_request_hash",
                table: "model_calls");

            migrationBuilder.DropColumn(
                name: "budget",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "committed",
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

            migrationBuilder.CreateIndex(
                name: "IX_model_calls_run_item_id_request_hash",
                table: "model_calls",
                columns: new[] { "run_item_id", "request_hash" });
        }
    }
}
