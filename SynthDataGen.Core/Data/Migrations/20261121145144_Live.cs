using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SynthDataGen.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class Live : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "failure_reply",
                table: "run_items",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "to_judge",
                table: "run_items",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "response_format",
                table: "generators",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

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
                name: "IX_run_items_run_id",
                table: "run_items",
                column: "run_id",
                filter: "to_judge");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "run_activity");

            migrationBuilder.DropIndex(
                name: "IX_run_items_run_id",
                table: "run_items");

            migrationBuilder.DropColumn(
                name: "failure_reply",
                table: "run_items");

            migrationBuilder.DropColumn(
                name: "to_judge",
                table: "run_items");

            migrationBuilder.DropColumn(
                name: "response_format",
                table: "generators");
        }
    }
}
