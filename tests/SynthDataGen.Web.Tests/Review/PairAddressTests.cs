using SynthDataGen.Client.Review;
using SynthDataGen.Web.Review;

namespace SynthDataGen.Web.Tests.Review;

public sealed class PairAddressTests
{
    [Fact]
    public void Only_what_narrows_stands_in_the_address() => PairAddress.Of("/review", new() { Flag = "any", Search = "a&b", MinScore = 2 }).ShouldBe("/review?flag=any&search=a%26b&minScore=2");

    [Fact]
    public void A_time_comes_back_as_it_went()
    {
        var time = new DateTimeOffset(2026, 3, 1, 8, 30, 0, TimeSpan.FromHours(2));
        var address = PairAddress.Of("/review", new() { From = time });
        PairAddress.Time(Uri.UnescapeDataString(address.Split("from=")[1])).ShouldBe(time);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("yesterday")]
    public void What_is_no_time_narrows_nothing(string? text) => PairAddress.Time(text).ShouldBeNull();
}
