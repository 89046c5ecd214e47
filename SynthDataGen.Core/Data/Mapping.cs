using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Limits;
using SynthDataGen.Core.Review;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Data;

/// <summary>How entities lie in tables: keys, indexes, JSON columns. The only such place.</summary>
internal static class Mapping
{
    public static void Apply(ModelBuilder model)
    {
        model.HasPostgresExtension("pg_trgm");
        MapWorkspaces(model);
        MapDocuments(model);
        MapGeneration(model);
        MapReview(model);
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
        });
        model.Entity<Person>(e =>
        {
            e.ToTable("people");
            e.HasIndex(p => p.Name).IsUnique();
        });
        model.Entity<AccessToken>(e =>
        {
            e.ToTable("access_tokens");
            e.HasIndex(t => t.Hash).IsUnique();
            e.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId);
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
            e.Property(i => i.HeadingPath).AsJson();
            e.Property(i => i.Header).AsJson();
        });
        model.Entity<ModelCall>(e =>
        {
            e.ToTable("model_calls");
            e.HasOne<RunItem>().WithMany().HasForeignKey(c => c.RunItemId);
            e.HasIndex(c => new { c.RunItemId, c.Round, c.RequestHash }).IsUnique();
        });
    }

    private static void MapReview(ModelBuilder model)
    {
        model.Entity<Pair>(e =>
        {
            e.ToTable("pairs");
            e.HasOne<Workspace>().WithMany().HasForeignKey(p => p.WorkspaceId);
            e.HasOne<Document>().WithMany().HasForeignKey(p => p.DocumentId);
            e.HasOne<Revision>().WithMany().HasForeignKey(p => p.RevisionId);
            e.HasOne<RunItem>().WithMany().HasForeignKey(p => p.RunItemId);
            e.HasIndex(p => new { p.RunItemId, p.Ordinal }).IsUnique();
            e.HasIndex(p => new { p.WorkspaceId, p.RunId, p.Context, p.Ordinal });
            e.HasIndex(p => new { p.WorkspaceId, p.Status, p.RunId, p.Context, p.Ordinal });
            e.HasIndex(p => new { p.DocumentId, p.Status });
            e.HasIndex(p => new { p.WorkspaceId, p.JudgeScore, p.RunId, p.Context, p.Ordinal });
            e.HasIndex(p => p.RunId);
            e.HasOne<Pair>().WithMany().HasForeignKey(p => p.ClusterId).OnDelete(DeleteBehavior.SetNull);
            e.HasIndex(p => p.ClusterId).HasFilter("cluster_id IS NOT NULL");
            e.HasIndex(p => p.Flags).HasMethod("gin");
            e.HasIndex(p => new { p.Question, p.Answer }).HasMethod("gin").HasOperators("gin_trgm_ops", "gin_trgm_ops");
            e.Property(p => p.Version).IsConcurrencyToken();
            e.Property(p => p.Evidence).AsJson();
            e.Property(p => p.Judgement).AsJson();
            e.Property(p => p.HeadingPath).AsJson();
            e.Property(p => p.Flags).HasColumnType("text[]");
        });
        model.Entity<Fingerprint>(e =>
        {
            e.ToTable("fingerprints");
            e.HasKey(f => f.PairId);
            e.HasOne<Pair>().WithOne().HasForeignKey<Fingerprint>(f => f.PairId);

            // Without its list of pending entries, which every look would read through.
            e.HasIndex(f => f.Bands).HasMethod("gin").HasStorageParameter("fastupdate", false);
        });
        model.Entity<Decision>(e =>
        {
            e.ToTable("decisions");
            e.HasOne<Pair>().WithMany().HasForeignKey(d => d.PairId);
            e.HasIndex(d => new { d.PairId, d.Id });
            e.Property(d => d.Before).AsJson();
            e.Property(d => d.After).AsJson();
        });
        MapTallies(model);
    }

    /// <summary>Triggers write them; see the migration that made them.</summary>
    private static void MapTallies(ModelBuilder model)
    {
        model.Entity<PairTally>(e =>
        {
            e.ToTable("pair_tallies").HasKey(t => new { t.WorkspaceId, t.RunId, t.QuestionType, t.Status, t.Flagged, t.Slot });
            e.HasStorageParameter("fillfactor", 50);
        });
        model.Entity<FlagTally>(e =>
        {
            e.ToTable("flag_tallies").HasKey(t => new { t.WorkspaceId, t.Flag, t.Status, t.Slot });
            e.HasStorageParameter("fillfactor", 50);
        });
        model.Entity<DecisionTally>(e => e.ToTable("decision_tallies").HasKey(t => new { t.WorkspaceId, t.At, t.By, t.Action, t.Reason, t.Slot }));
    }

    /// <summary>Only answered calls write the sums: a generator that is changed meanwhile must not put back those that it was loaded with.</summary>
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

    private static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) => property.HasColumnType("jsonb").HasConversion(
        value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
        text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web)!,
        new ValueComparer<T>(
            (a, b) => JsonSerializer.Serialize(a, JsonSerializerOptions.Web) == JsonSerializer.Serialize(b, JsonSerializerOptions.Web),
            value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web).GetHashCode(StringComparison.Ordinal)));
}
