using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SynthDataGen.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class People : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_people_name",
                table: "people");

            migrationBuilder.AlterColumn<string>(
                name: "name",
                table: "people",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AddColumn<string>(
                name: "name_key",
                table: "people",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "last_used_at",
                table: "access_tokens",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "name",
                table: "access_tokens",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "workspace_id",
                table: "access_tokens",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "memberships",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    contact = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_memberships", x => new { x.workspace_id, x.person_id });
                    table.ForeignKey(
                        name: "FK_memberships_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_memberships_workspaces_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.Sql("UPDATE people SET name_key = upper(name)");

            migrationBuilder.CreateIndex(
                name: "IX_people_name_key",
                table: "people",
                column: "name_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_access_tokens_workspace_id",
                table: "access_tokens",
                column: "workspace_id");

            migrationBuilder.CreateIndex(
                name: "IX_memberships_person_id",
                table: "memberships",
                column: "person_id");

            migrationBuilder.AddForeignKey(
                name: "FK_access_tokens_workspaces_workspace_id",
                table: "access_tokens",
                column: "workspace_id",
                principalTable: "workspaces",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_access_tokens_workspaces_workspace_id",
                table: "access_tokens");

            migrationBuilder.DropTable(
                name: "memberships");

            migrationBuilder.DropIndex(
                name: "IX_people_name_key",
                table: "people");

            migrationBuilder.DropIndex(
                name: "IX_access_tokens_workspace_id",
                table: "access_tokens");

            migrationBuilder.DropColumn(
                name: "name_key",
                table: "people");

            migrationBuilder.DropColumn(
                name: "last_used_at",
                table: "access_tokens");

            migrationBuilder.DropColumn(
                name: "name",
                table: "access_tokens");

            migrationBuilder.DropColumn(
                name: "workspace_id",
                table: "access_tokens");

            migrationBuilder.AlterColumn<string>(
                name: "name",
                table: "people",
                type: "text",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(80)",
                oldMaxLength: 80);

            migrationBuilder.CreateIndex(
                name: "IX_people_name",
                table: "people",
                column: "name",
                unique: true);
        }
    }
}
