using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SynthDataGen.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class Clusters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "cluster_id",
                table: "pairs",
                type: "uuid",
                nullable: true);

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

            migrationBuilder.CreateIndex(
                name: "IX_pairs_cluster_id",
                table: "pairs",
                column: "cluster_id",
                filter: "cluster_id IS NOT NULL");

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

            migrationBuilder.DropIndex(
                name: "IX_pairs_cluster_id",
                table: "pairs");

            migrationBuilder.DropColumn(
                name: "cluster_id",
                table: "pairs");
        }
    }
}
