namespace SynthDataGen.Core.Tests.Architecture;

/// <summary>Which part of the house may name what comes from outside.</summary>
public sealed class VendorTests
{
    private const string Endpoints = @"Microsoft\.AspNetCore\.(Builder|Http|Mvc|Routing|Components)|\b(HttpContext|IEndpointRouteBuilder|IResult|TypedResults)\b";

    [Theory]
    [InlineData(@"\bMicrosoft\.EntityFrameworkCore\b", "SynthDataGen.Core/Data/", "SynthDataGen.ServiceDefaults/")]
    [InlineData(@"\busing (\w+ = )?Amazon\b", "SynthDataGen.Core/Storage/S3ObjectStore.cs")]
    [InlineData(@"\busing (\w+ = )?OpenAI\b", "SynthDataGen.Core/Generation/")]
    [InlineData(@"\busing (\w+ = )?DocumentFormat\.OpenXml\b", "SynthDataGen.Core/Documents/")]
    [InlineData(@"\busing (\w+ = )?AngleSharp\b", "SynthDataGen.Core/Documents/")]
    [InlineData(@"\busing (\w+ = )?Markdig\b", "SynthDataGen.Core/Documents/")]
    [InlineData(@"\busing (\w+ = )?Radzen\b", "SynthDataGen.Web/")]
    public void A_vendor_is_named_only_where_it_belongs(string vendor, params string[] places)
    {
        var naming = Sources.ProductCode.Where(file => file.Names(vendor)).ToList();

        naming.ShouldNotBeEmpty();
        naming.Where(file => !places.Any(place => file.Path.StartsWith(place, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void Core_knows_no_endpoint()
    {
        var core = Sources.ProductCode.Where(file => file.Project == "SynthDataGen.Core").ToList();
        core.ShouldNotBeEmpty();
        Sources.ProductCode.ShouldContain(file => file.Project == "SynthDataGen.Api" && file.Names(Endpoints));

        core.Where(file => file.Names(Endpoints)).ShouldBeEmpty();
    }

    [Fact]
    public void Web_knows_neither_core_nor_the_database()
    {
        var web = Sources.All.Where(file => file.Project == "SynthDataGen.Web").ToList();
        web.ShouldContain(file => file.Names(@"\bSynthDataGen\.Client\b"));

        web.Where(file => file.Names(@"\bSynthDataGen\.Core\b|\bNpgsql\b|\bMicrosoft\.EntityFrameworkCore\b")).ShouldBeEmpty();
    }

    [Fact]
    public void Raw_sql_stands_with_the_data()
    {
        const string Sql = @"\b(ExecuteSqlRawAsync|ExecuteSqlAsync|FromSqlRaw|FromSql|SqlQuery|SqlQueryRaw|CreateCommand)\b|new NpgsqlCommand";
        var raw = Sources.ProductCode.Where(file => file.Names(Sql)).ToList();

        raw.ShouldNotBeEmpty();
        raw.Where(file => !file.Path.StartsWith("SynthDataGen.Core/Data/", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
