using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SynthDataGen.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class Hops : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.AddColumn<int>(
                name: "top_up",
                table: "run_items",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_run_items_repeats_id",
                table: "run_items",
                column: "repeats_id",
                filter: "repeats_id IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_run_items_repeats_id",
                table: "run_items");

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
                name: "further",
                table: "run_items");

            migrationBuilder.DropColumn(
                name: "repeats_id",
                table: "run_items");

            migrationBuilder.DropColumn(
                name: "top_up",
                table: "run_items");
        }
    }
}
