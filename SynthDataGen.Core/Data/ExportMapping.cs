using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Data;

/// <summary>The part of the mapping that is about exports.</summary>
internal static class ExportMapping
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<DatasetExport>(e =>
        {
            e.ToTable("exports");
            e.HasOne<Workspace>().WithMany().HasForeignKey(x => x.WorkspaceId);
            e.HasIndex(x => new { x.WorkspaceId, x.Number }).IsUnique();
            e.HasIndex(x => new { x.WorkspaceId, x.Id });
            e.Property(x => x.Settings).AsJson(JsonColumns.Sparse);
            e.Property(x => x.Counts).AsJson(JsonColumns.Sparse);
            e.Property(x => x.LeftOut).AsJson(JsonColumns.Sparse);
            e.Property(x => x.Files).AsJson(JsonColumns.Sparse);
        });
        model.Entity<ExportPreset>(e =>
        {
            e.ToTable("export_presets");
            e.HasOne<Workspace>().WithMany().HasForeignKey(p => p.WorkspaceId);
            e.Property(p => p.Name).HasMaxLength(ExportPreset.MaxNameLength);
            e.HasIndex(p => new { p.WorkspaceId, p.Name }).IsUnique();
            e.Property(p => p.Settings).AsJson(JsonColumns.Sparse);
        });
        model.Entity<Benchmark>(e =>
        {
            e.ToTable("benchmarks");
            e.HasOne<Workspace>().WithMany().HasForeignKey(b => b.WorkspaceId);
            e.Property(b => b.Name).HasMaxLength(Benchmark.MaxNameLength);
            e.HasIndex(b => new { b.WorkspaceId, b.Name });
        });
    }
}
