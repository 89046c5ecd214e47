using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Data.Review;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Limits;
using SynthDataGen.Core.Review;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Data;

/// <summary>How entities lie in tables: keys, indexes, JSON columns. The only such place.</summary>
internal static class Mapping
{
    /// <summary>Says nothing of what is null.</summary>
    private static readonly JsonSerializerOptions Sparse = new(JsonSerializerOptions.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

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
            e.Property(w => w.Review).AsJson();
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
            e.HasIndex(p => new { p.DocumentId, p.Status });
            e.HasIndex(p => p.RunId);
            e.HasOne<Pair>().WithMany().HasForeignKey(p => p.ClusterId).OnDelete(DeleteBehavior.SetNull);
            e.HasIndex(p => p.ClusterId).HasFilter("cluster_id IS NOT NULL");
            MapPairOrders(e);
            e.Ignore(p => p.Content);
            e.Property(p => p.Doubt).HasComputedColumnSql(Doubt.Sql, stored: true);
            e.Property(p => p.Tags).HasColumnType("text[]");
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
            e.HasIndex(d => new { d.BulkId, d.Id }).HasFilter("bulk_id IS NOT NULL");
            e.Property(d => d.Before).AsJson(Sparse);
            e.Property(d => d.After).AsJson(Sparse);
        });
        model.Entity<BulkDecision>(e =>
        {
            e.ToTable("bulk_decisions");
            e.HasOne<Workspace>().WithMany().HasForeignKey(b => b.WorkspaceId);
            e.Property(b => b.Query).AsJson(Sparse);
        });
        model.Entity<Lease>(e =>
        {
            e.ToTable("leases");
            e.HasKey(l => l.PairId);
            e.HasOne<Pair>().WithOne().HasForeignKey<Lease>(l => l.PairId);
            e.HasIndex(l => l.Until);
        });
        model.Entity<PairWords>(e =>
        {
            e.ToTable("pair_words");
            e.HasKey(w => w.PairId);
            e.HasOne<Pair>().WithOne().HasForeignKey<PairWords>(w => w.PairId);
            e.HasIndex(w => w.Words).HasMethod("gin");
        });
    }

    /// <summary>Each order has its index, behind the status; what few pairs have is indexed where they have it.</summary>
    private static void MapPairOrders(EntityTypeBuilder<Pair> e)
    {
        e.HasIndex(p => new { p.WorkspaceId, p.RunId, p.Context, p.Ordinal });
        e.HasIndex(p => new { p.WorkspaceId, p.Status, p.RunId, p.Context, p.Ordinal });
        e.HasIndex(p => new { p.WorkspaceId, p.Status, p.DocumentId, p.RunId, p.Context, p.Ordinal });
        e.HasIndex(p => new { p.WorkspaceId, p.Status, p.QuestionType, p.RunId, p.Context, p.Ordinal });
        e.HasIndex(p => new { p.WorkspaceId, p.Status, p.Doubt, p.RunId, p.Context, p.Ordinal }).IsDescending(false, false, true, false, false, false);
        e.HasIndex(p => new { p.WorkspaceId, p.Status, p.JudgeScore, p.RunId, p.Context, p.Ordinal });
        e.HasIndex(p => new { p.WorkspaceId, p.Status, p.DecidedAt, p.RunId, p.Context, p.Ordinal }).HasFilter("decided_at IS NOT NULL");
        e.HasIndex(p => p.Flags).HasMethod("gin").HasFilter("cardinality(flags) > 0");
        e.HasIndex(p => p.Tags).HasMethod("gin").HasFilter("cardinality(tags) > 0");
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

    private static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property, JsonSerializerOptions? options = null) => property.HasColumnType("jsonb").HasConversion(
        value => JsonSerializer.Serialize(value, options ?? JsonSerializerOptions.Web),
        text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web)!,
        new ValueComparer<T>(
            (a, b) => JsonSerializer.Serialize(a, JsonSerializerOptions.Web) == JsonSerializer.Serialize(b, JsonSerializerOptions.Web),
            value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web).GetHashCode(StringComparison.Ordinal)));
}
