using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SynthDataGen.Core.Data;

/// <summary>For <c>dotnet ef migrations add</c>, which needs the model and no server.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<SynthDataGenDb>
{
    public SynthDataGenDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SynthDataGenDb>().UseNpgsql("Host=design-time").Options);
}
