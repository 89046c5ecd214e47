using SynthDataGen.Web.Parts;
using SynthDataGen.Web.Workspaces;

namespace SynthDataGen.Web.Tests.Workspaces;

public sealed class LocalAddressTests
{
    [Theory]
    [InlineData("/review?status=pending", "/review?status=pending")]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("//elsewhere.example", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData("/\telsewhere", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData(null, "/")]
    public void Only_our_own_paths_are_returned(string? asked, string expected) => LocalAddress.OrHome(asked).ShouldBe(expected);

    [Theory]
    [InlineData(0, 0, "–")]
    [InlineData(1, 100_000, "< 0.1 %")]
    [InlineData(99_999, 100_000, "> 99.9 %")]
    [InlineData(1, 3, "33.3 %")]
    [InlineData(5, 5, "100 %")]
    public void A_share_is_never_rounded_to_all_or_nothing(long part, long whole, string expected) => Words.Percent(part, whole).ShouldBe(expected);
}
