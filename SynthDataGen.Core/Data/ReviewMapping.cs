using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SynthDataGen.Core.Data.Review;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;
using SynthDataGen.Core.Review.Second;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Data;

/// <summary>The part of the mapping that is about pairs and what people do with them.</summary>
internal static class ReviewMapping
{
    public static void Apply(ModelBuilder model)
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

            // Without a list of pending entries, which every search would have to scan.
            e.HasIndex(f => f.Bands).HasMethod("gin").HasStorageParameter("fastupdate", false);
        });
        model.Entity<Decision>(e =>
        {
            e.ToTable("decisions");
            e.HasOne<Pair>().WithMany().HasForeignKey(d => d.PairId);
            e.HasIndex(d => new { d.PairId, d.Id });
            e.HasIndex(d => new { d.BulkId, d.Id }).HasFilter("bulk_id IS NOT NULL");
            e.Property(d => d.Before).AsJson(JsonColumns.Sparse);
            e.Property(d => d.After).AsJson(JsonColumns.Sparse);
        });
        model.Entity<BulkDecision>(e =>
        {
            e.ToTable("bulk_decisions");
            e.HasOne<Workspace>().WithMany().HasForeignKey(b => b.WorkspaceId);
            e.Property(b => b.Query).AsJson(JsonColumns.Sparse);
        });
        model.Entity<Lease>(e =>
        {
            e.ToTable("leases");
            e.HasKey(l => l.PairId);
            e.HasOne<Pair>().WithOne().HasForeignKey<Lease>(l => l.PairId);
            e.HasIndex(l => l.Until);
        });
        model.Entity<SecondReview>(e =>
        {
            e.ToTable("second_reviews");
            e.HasKey(s => s.PairId);
            e.HasOne<Pair>().WithOne().HasForeignKey<SecondReview>(s => s.PairId);
            e.HasIndex(s => new { s.WorkspaceId, s.Stage });
        });
        model.Entity<SearchWords>(e =>
        {
            e.ToTable("pair_words");
            e.HasKey(w => w.PairId);
            e.HasOne<Pair>().WithOne().HasForeignKey<SearchWords>(w => w.PairId);

            // Each search scans new words one by one until they fill a megabyte; the usual four megabytes would slow it down.
            e.HasIndex(w => w.Words).HasMethod("gin").HasStorageParameter("gin_pending_list_limit", 1024);
        });
        MapTallies(model);
    }

    /// <summary>Each order has an index that begins with the status. What few pairs have is in partial indexes.</summary>
    private static void MapPairOrders(EntityTypeBuilder<Pair> e)
    {
        e.HasIndex(p => new { p.WorkspaceId, p.RunId, p.Context, p.Ordinal });
        e.HasIndex(p => new { p.WorkspaceId, p.Status, p.RunId, p.Context, p.Ordinal });
        e.HasIndex(p => new { p.WorkspaceId, p.Status, p.DocumentId, p.RunId, p.Context, p.Ordinal });
        e.HasIndex(p => new { p.WorkspaceId, p.Status, p.QuestionType, p.RunId, p.Context, p.Ordinal });
        e.HasIndex(p => new { p.WorkspaceId, p.Status, p.Doubt, p.RunId, p.Context, p.Ordinal }).IsDescending(false, false, true, false, false, false);
        e.HasIndex(p => new { p.WorkspaceId, p.Status, p.JudgeScore, p.RunId, p.Context, p.Ordinal });
        e.HasIndex(p => new { p.WorkspaceId, p.Status, p.DecidedAt, p.RunId, p.Context, p.Ordinal }).HasFilter("decided_at IS NOT NULL");
        e.HasIndex(p => new { p.WorkspaceId, p.CreatedAt });
        e.HasIndex(p => new { p.WorkspaceId, p.DecidedBy }).HasFilter("decided_by IS NOT NULL");
        e.HasIndex(p => new { p.WorkspaceId, p.Assignee }).HasFilter("assignee IS NOT NULL");
        e.HasIndex(p => p.Flags).HasMethod("gin").HasFilter("cardinality(flags) > 0");
        e.HasIndex(p => p.Tags).HasMethod("gin").HasFilter("cardinality(tags) > 0");
    }

    /// <summary>Triggers write them; see the migration.</summary>
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
        model.Entity<DecisionTally>(e => e.ToTable("decision_tallies").HasKey(t => new { t.WorkspaceId, t.At, t.By, t.Action, t.Reason, t.Bulk, t.Slot }));
    }
}
