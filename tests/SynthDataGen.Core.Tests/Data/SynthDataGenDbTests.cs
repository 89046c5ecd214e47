using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data;

namespace SynthDataGen.Core.Tests.Data;

public sealed class SynthDataGenDbTests
{
    private static readonly DbContextOptions<SynthDataGenDb> WithoutServer = new DbContextOptionsBuilder<SynthDataGenDb>().UseNpgsql("Host=nowhere").Options;

    [Fact]
    public void The_migration_covers_the_whole_model()
    {
        using var db = new SynthDataGenDb(WithoutServer);

        db.Database.HasPendingModelChanges().ShouldBeFalse();
        db.Database.GetMigrations().ShouldHaveSingleItem().ShouldEndWith("_Initial");
    }

    [Fact]
    public void A_page_without_an_order_fails()
    {
        using var db = new SynthDataGenDb(WithoutServer);

        Should.Throw<InvalidOperationException>(() => db.Pairs.Take(1).ToList()).Message.ShouldContain("RowLimitingOperationWithoutOrderByWarning");
    }
}
