using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SynthDataGen.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class Reading : Migration
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

            migrationBuilder.AddColumn<int>(
                name: "boilerplate_chunks",
                table: "revisions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

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

            migrationBuilder.Sql(
                """
                UPDATE revisions SET boilerplate_chunks = counted.chunks
                FROM (SELECT revision_id, count(*) AS chunks FROM chunks
                      WHERE kind IN ('Contents', 'Index', 'Licence', 'References', 'History')
                      GROUP BY revision_id) AS counted
                WHERE revisions.id = counted.revision_id
                """);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_workspaces_bucket",
                table: "workspaces");

            migrationBuilder.DropIndex(
                name: "IX_workspaces_name",
                table: "workspaces");

            migrationBuilder.DropIndex(
                name: "IX_revisions_document_id_sha256_read_as",
                table: "revisions");

            migrationBuilder.DropColumn(
                name: "deleted_at",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "reading",
                table: "workspaces");

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
        }
    }
}
