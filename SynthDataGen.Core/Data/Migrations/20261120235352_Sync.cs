using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SynthDataGen.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class Sync : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "sync",
                table: "workspaces",
                type: "jsonb",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<string>(
                name: "intake",
                table: "documents",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Uploaded");

            migrationBuilder.CreateIndex(
                name: "IX_revisions_sha256",
                table: "revisions",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "IX_documents_workspace_id_intake",
                table: "documents",
                columns: new[] { "workspace_id", "intake" },
                filter: "intake = 'Held'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_revisions_sha256",
                table: "revisions");

            migrationBuilder.DropIndex(
                name: "IX_documents_workspace_id_intake",
                table: "documents");

            migrationBuilder.DropColumn(
                name: "sync",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "intake",
                table: "documents");
        }
    }
}
