using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SynthDataGen.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class Judge : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "judge_generator_id",
                table: "runs",
                type: "uuid",
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

            migrationBuilder.CreateIndex(
                name: "IX_pairs_workspace_id_judge_score_run_id_context_ordinal",
                table: "pairs",
                columns: new[] { "workspace_id", "judge_score", "run_id", "context", "ordinal" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_pairs_workspace_id_judge_score_run_id_context_ordinal",
                table: "pairs");

            migrationBuilder.DropColumn(
                name: "judge_generator_id",
                table: "runs");

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
                name: "judge_score",
                table: "pairs");

            migrationBuilder.DropColumn(
                name: "judgement",
                table: "pairs");

            migrationBuilder.DropColumn(
                name: "by_judge",
                table: "model_calls");
        }
    }
}
