using SynthDataGen.Core.Generation;

namespace SynthDataGen.Core.Tests.Generation;

public sealed class TokenCalibrationTests
{
    [Theory]
    [InlineData(0, 0, 0, 1)]
    [InlineData(19, 10_000, 15_000, 1)]
    [InlineData(20, 10_000, 15_000, 1.5)]
    [InlineData(1, 16_000, 20_000, 1.25)]
    [InlineData(100, 100_000, 80_000, 0.8)]
    [InlineData(100, 100_000, 10_000, 0.5)]
    [InlineData(100, 100_000, 900_000, 3)]
    [InlineData(30, 0, 0, 1)]
    public void The_ratio_is_known_once_there_is_enough_data(int calls, long estimated, long reported, double ratio) =>
        new TokenCalibration { Calls = calls, EstimatedTokens = estimated, ReportedTokens = reported }.TokensPerEstimated.ShouldBe(ratio);
}
