using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SynthDataGen.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class SecondReview : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "assignee",
                table: "pairs",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "opinion",
                table: "decisions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "assignee",
                table: "bulk_decisions",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "second_reviews",
                columns: table => new
                {
                    pair_id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_by = table.Column<string>(type: "text", nullable: false),
                    first_action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: true),
                    second_by = table.Column<string>(type: "text", nullable: true),
                    second_action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    adjudicated_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_second_reviews", x => x.pair_id);
                    table.ForeignKey(
                        name: "FK_second_reviews_pairs_pair_id",
                        column: x => x.pair_id,
                        principalTable: "pairs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_pairs_workspace_id_assignee",
                table: "pairs",
                columns: new[] { "workspace_id", "assignee" },
                filter: "assignee IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_second_reviews_workspace_id_stage",
                table: "second_reviews",
                columns: new[] { "workspace_id", "stage" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "second_reviews");

            migrationBuilder.DropIndex(
                name: "IX_pairs_workspace_id_assignee",
                table: "pairs");

            migrationBuilder.DropColumn(
                name: "assignee",
                table: "pairs");

            migrationBuilder.DropColumn(
                name: "opinion",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "assignee",
                table: "bulk_decisions");
        }
    }
}
