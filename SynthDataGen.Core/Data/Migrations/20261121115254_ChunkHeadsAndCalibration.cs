using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SynthDataGen.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class ChunkHeadsAndCalibration : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "header",
                table: "run_items",
                type: "jsonb",
                nullable: true);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "header",
                table: "run_items");

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
        }
    }
}
