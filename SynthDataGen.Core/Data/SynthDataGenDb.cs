using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Data.Review;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Limits;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;
using SynthDataGen.Core.Review.Second;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Data;

/// <summary>The source of truth. The records in the folders next to it are the only access.</summary>
public sealed class SynthDataGenDb(DbContextOptions<SynthDataGenDb> options) : DbContext(options)
{
    /// <summary>Name of the connection string.</summary>
    public const string ConnectionName = "synthdatagen";

    public DbSet<Workspace> Workspaces => Set<Workspace>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();
    public DbSet<Document> Documents => Set<Document>();
    public DbSet<Revision> Revisions => Set<Revision>();
    public DbSet<RevisionText> RevisionTexts => Set<RevisionText>();
    public DbSet<Chunk> Chunks => Set<Chunk>();
    public DbSet<Recipe> Recipes => Set<Recipe>();
    public DbSet<Generator> Generators => Set<Generator>();
    public DbSet<GeneratorLimits> GeneratorLimits => Set<GeneratorLimits>();
    public DbSet<Run> Runs => Set<Run>();
    public DbSet<RunItem> RunItems => Set<RunItem>();
    public DbSet<RunActivity> RunActivity => Set<RunActivity>();
    public DbSet<ModelCall> ModelCalls => Set<ModelCall>();
    public DbSet<Pair> Pairs => Set<Pair>();
    public DbSet<Fingerprint> Fingerprints => Set<Fingerprint>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<BulkDecision> BulkDecisions => Set<BulkDecision>();
    public DbSet<Lease> Leases => Set<Lease>();
    public DbSet<SecondReview> SecondReviews => Set<SecondReview>();
    public DbSet<SearchWords> SearchWords => Set<SearchWords>();
    public DbSet<PairTally> PairTallies => Set<PairTally>();
    public DbSet<FlagTally> FlagTallies => Set<FlagTally>();
    public DbSet<DecisionTally> DecisionTallies => Set<DecisionTally>();
    public DbSet<DatasetExport> Exports => Set<DatasetExport>();
    public DbSet<ExportPreset> ExportPresets => Set<ExportPreset>();
    public DbSet<Benchmark> Benchmarks => Set<Benchmark>();

    /// <summary>A page of rows in no order is a mistake, so such a query fails the first time it runs.</summary>
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.ConfigureWarnings(warnings => warnings.Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning));

    protected override void OnModelCreating(ModelBuilder modelBuilder) => Mapping.Apply(modelBuilder);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<decimal>().HavePrecision(18, 6);
    }
}

/// <summary>For <c>dotnet ef migrations add</c>, which needs the model and no server.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<SynthDataGenDb>
{
    public SynthDataGenDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SynthDataGenDb>().UseNpgsql("Host=design-time").Options);
}
