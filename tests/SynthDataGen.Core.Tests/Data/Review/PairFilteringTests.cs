using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data;
using SynthDataGen.Core.Data.Review;
using SynthDataGen.Core.Review;
using SynthDataGen.Testing;

namespace SynthDataGen.Core.Tests.Data.Review;

public sealed class PairFilteringTests
{
    public static TheoryData<string> Properties => [.. typeof(PairQuery).GetProperties().Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Properties))]
    public void Each_property_of_a_query_narrows(string property)
    {
        using var db = new SynthDataGenDb(new DbContextOptionsBuilder<SynthDataGenDb>().UseNpgsql().Options);
        var query = Distinct.Only(Distinct.Of<PairQuery>(), property);
        query.Narrow(db, db.Pairs).Expression.ToString().Length.ShouldBeGreaterThan(new PairQuery().Narrow(db, db.Pairs).Expression.ToString().Length);
    }
}
