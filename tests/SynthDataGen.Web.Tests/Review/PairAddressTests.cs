using SynthDataGen.Client.Review;
using SynthDataGen.Web.Review;

namespace SynthDataGen.Web.Tests.Review;

public sealed class PairAddressTests
{
    [Fact]
    public void Only_set_filters_are_in_the_address() => PairAddress.Of("/review", new() { Flag = "any", Search = "a&b", MinScore = 2 }).ShouldBe("/review?flag=any&search=a%26b&minScore=2");

    [Fact]
    public void A_time_survives_the_round_trip()
    {
        var time = new DateTimeOffset(2026, 3, 1, 8, 30, 0, TimeSpan.FromHours(2));
        var address = PairAddress.Of("/review", new() { From = time });
        PairAddress.Time(Uri.UnescapeDataString(address.Split("from=")[1])).ShouldBe(time);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("yesterday")]
    public void An_invalid_time_filters_nothing(string? text) => PairAddress.Time(text).ShouldBeNull();
}
