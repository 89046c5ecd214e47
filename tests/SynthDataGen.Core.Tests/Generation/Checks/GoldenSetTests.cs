using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Tests.Generation.Checks;

/// <summary>How right the checks are on pairs that a person judged. What a gate gets wrong is printed.</summary>
public sealed class GoldenSetTests(ITestOutputHelper output)
{
    private static readonly string[] Gates =
    [
        PairFlags.Ungrounded, PairFlags.RefersToContext, PairFlags.Duplicate, PairFlags.AnswerInQuestion, PairFlags.CopiedWording, PairFlags.UnsupportedNumber,
        PairFlags.UnsupportedDate, PairFlags.UnsupportedName, PairFlags.WrongLanguage, PairFlags.PersonalData, PairFlags.Injection,
    ];

    private static readonly IReadOnlyList<JudgedPair> Judged = GoldenSet.Read().Judge(new());

    [Fact]
    public void The_set_is_large_enough() => Judged.Count.ShouldBeGreaterThanOrEqualTo(150);

    [Theory]
    [InlineData(PairFlags.Ungrounded)]
    [InlineData(PairFlags.RefersToContext)]
    [InlineData(PairFlags.Duplicate)]
    public void The_most_important_checks_are_seldom_wrong(string flag)
    {
        var score = GateScore.Of(flag, Judged);

        score.Precision.ShouldBeGreaterThanOrEqualTo(0.95, $"{score}");
        score.Recall.ShouldBeGreaterThanOrEqualTo(0.9, $"{score}");
    }

    [Fact]
    public void Every_check_is_measured()
    {
        Print("Tuned on", Judged.Where(pair => !pair.IsHeldOut).ToList());
        Print("Held out", Judged.Where(pair => pair.IsHeldOut).ToList());

        Gates.ShouldAllBe(gate => Judged.Any(pair => pair.Deserves(gate)));
    }

    private void Print(string title, List<JudgedPair> pairs)
    {
        output.WriteLine($"{title}: {pairs.Count} pairs");
        foreach (var gate in Gates)
        {
            output.WriteLine($"  {GateScore.Of(gate, pairs)}");
            foreach (var wrong in pairs.Where(pair => pair.Has(gate) != pair.Deserves(gate)))
            {
                output.WriteLine($"    {(wrong.Has(gate) ? "wrong " : "missed")} {wrong.Number}: {wrong.Golden.Question} | {wrong.Golden.Answer}");
            }
        }
    }
}
