using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Limits;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Data;

/// <summary>How entities map to tables: keys, indexes, JSON columns. There is no mapping outside of this, <see cref="ReviewMapping"/> and <see cref="ExportMapping"/>.</summary>
internal static class Mapping
{
    public static void Apply(ModelBuilder model)
    {
        model.HasPostgresExtension("pg_trgm");
        MapWorkspaces(model);
        MapDocuments(model);
        MapGeneration(model);
        ReviewMapping.Apply(model);
        ExportMapping.Apply(model);
        foreach (var property in model.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        }
    }

    private static void MapWorkspaces(ModelBuilder model)
    {
        model.Entity<Workspace>(e =>
        {
            e.ToTable("workspaces");
            e.Property(w => w.Name).HasMaxLength(Workspace.MaxNameLength);
            e.Property(w => w.Title).HasMaxLength(Workspace.MaxTitleLength);
            e.HasIndex(w => w.Name).IsUnique().HasFilter("deleted_at IS NULL");
            e.HasIndex(w => w.Bucket).IsUnique().HasFilter("deleted_at IS NULL");
            e.Property(w => w.Sync).AsJson();
            e.Property(w => w.Reading).AsJson();
            e.Property(w => w.Review).AsJson();
        });
        model.Entity<Person>(e =>
        {
            e.ToTable("people");
            e.Property(p => p.Name).HasMaxLength(DisplayName.MaxLength);
            e.HasIndex(p => p.NameKey).IsUnique();
        });
        model.Entity<Membership>(e =>
        {
            e.ToTable("memberships");
            e.HasKey(m => new { m.WorkspaceId, m.PersonId });
            e.HasOne<Workspace>().WithMany().HasForeignKey(m => m.WorkspaceId);
            e.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
            e.Property(m => m.Contact).HasMaxLength(Membership.MaxContactLength);
        });
        model.Entity<AccessToken>(e =>
        {
            e.ToTable("access_tokens");
            e.HasIndex(t => t.Hash).IsUnique();
            e.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId);
            e.HasOne<Workspace>().WithMany().HasForeignKey(t => t.WorkspaceId).OnDelete(DeleteBehavior.Cascade);
            e.Property(t => t.Name).HasMaxLength(DisplayName.MaxLength);
        });
    }

    private static void MapDocuments(ModelBuilder model)
    {
        model.Entity<Document>(e =>
        {
            e.ToTable("documents");
            e.HasOne<Workspace>().WithMany().HasForeignKey(d => d.WorkspaceId);
            e.HasIndex(d => new { d.WorkspaceId, d.Key }).IsUnique();
            e.HasIndex(d => new { d.WorkspaceId, d.Status });
            e.HasIndex(d => new { d.WorkspaceId, d.Intake }).HasFilter($"intake = '{nameof(DocumentIntake.Held)}'");
            e.HasIndex(d => d.Key).HasMethod("gin").HasOperators("gin_trgm_ops");
        });
        model.Entity<Revision>(e =>
        {
            e.ToTable("revisions");
            e.HasOne<Document>().WithMany().HasForeignKey(r => r.DocumentId);
            e.HasIndex(r => new { r.DocumentId, r.Sha256, r.ReadAs }).IsUnique();
            e.Property(r => r.ReadAs).HasMaxLength(ReadAs.MaxLength);
            e.HasIndex(r => r.Sha256);
            e.Property(r => r.LeftOut).AsJson();
        });
        model.Entity<RevisionText>(e =>
        {
            e.ToTable("revision_texts");
            e.HasKey(t => t.RevisionId);
            e.HasOne<Revision>().WithOne().HasForeignKey<RevisionText>(t => t.RevisionId);
            e.Property(t => t.Outline).AsJson();
            e.Property(t => t.Pages).AsJson();
            e.Property(t => t.Code).AsJson();
        });
        model.Entity<Chunk>(e =>
        {
            e.ToTable("chunks");
            e.HasOne<Revision>().WithMany().HasForeignKey(c => c.RevisionId);
            e.HasIndex(c => new { c.RevisionId, c.Ordinal }).IsUnique();
            e.Property(c => c.HeadingPath).AsJson();
            e.Property(c => c.Header).AsJson();
        });
    }

    private static void MapGeneration(ModelBuilder model)
    {
        model.Entity<Recipe>(e =>
        {
            e.ToTable("recipes");
            e.HasOne<Workspace>().WithMany().HasForeignKey(r => r.WorkspaceId);
            e.HasIndex(r => new { r.WorkspaceId, r.Name }).IsUnique();
            e.Property(r => r.Settings).AsJson();
        });
        model.Entity<Generator>(e =>
        {
            e.ToTable("generators");
            e.HasOne<Workspace>().WithMany().HasForeignKey(g => g.WorkspaceId);
            e.HasIndex(g => new { g.WorkspaceId, g.Name }).IsUnique();
            e.ComplexProperty(g => g.Calibration, MapCalibration);
            e.Property(g => g.ResponseFormat).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore); // Learned, like the calibration.
        });
        model.Entity<GeneratorLimits>(e =>
        {
            e.ToTable("generator_limits");
            e.HasKey(l => l.GeneratorId);
            e.HasOne<Generator>().WithOne().HasForeignKey<GeneratorLimits>(l => l.GeneratorId);
            e.Property(l => l.State).AsJson();
        });
        model.Entity<Run>(e =>
        {
            e.ToTable("runs");
            e.HasOne<Workspace>().WithMany().HasForeignKey(r => r.WorkspaceId);
            e.HasIndex(r => new { r.WorkspaceId, r.Id });
            e.Property(r => r.Recipe).AsJson();
            e.Property(r => r.DocumentIds).HasColumnType("uuid[]");
        });
        model.Entity<RunItem>(e =>
        {
            e.ToTable("run_items");
            e.HasOne<Run>().WithMany().HasForeignKey(i => i.RunId);
            e.HasOne<Revision>().WithMany().HasForeignKey(i => i.RevisionId);
            e.HasIndex(i => new { i.RunId, i.Ordinal }).IsUnique();
            e.HasIndex(i => new { i.RunId, i.State });
            e.HasIndex(i => i.RepeatsId).HasFilter("repeats_id IS NOT NULL");
            e.HasIndex(i => i.RunId).HasFilter("to_judge");
            e.Property(i => i.HeadingPath).AsJson();
            e.Property(i => i.Further).AsJson();
            e.Property(i => i.Header).AsJson();
        });
        model.Entity<RunActivity>(e =>
        {
            e.ToTable("run_activity");
            e.HasKey(a => new { a.RunId, a.WorkerId });
            e.HasOne<Run>().WithMany().HasForeignKey(a => a.RunId);
        });
        model.Entity<ModelCall>(e =>
        {
            e.ToTable("model_calls");
            e.HasOne<RunItem>().WithMany().HasForeignKey(c => c.RunItemId);
            e.HasIndex(c => new { c.RunItemId, c.Round, c.RequestHash }).IsUnique();
        });
    }

    /// <summary>Only answered calls write the sums: saving a generator must not restore the sums it was loaded with.</summary>
    private static void MapCalibration(ComplexPropertyBuilder<TokenCalibration> calibration)
    {
        calibration.Property(c => c.Calls).HasColumnName("calibration_calls");
        calibration.Property(c => c.EstimatedTokens).HasColumnName("estimated_tokens");
        calibration.Property(c => c.ReportedTokens).HasColumnName("reported_tokens");
        foreach (var sum in calibration.Metadata.ComplexType.GetProperties())
        {
            sum.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        }
    }
}
