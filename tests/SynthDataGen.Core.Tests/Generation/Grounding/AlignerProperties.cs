using FsCheck;
using FsCheck.Fluent;
using SynthDataGen.Core.Generation.Grounding;

namespace SynthDataGen.Core.Tests.Generation.Grounding;

public sealed class AlignerProperties
{
    [Fact]
    public void The_fit_has_as_few_edits_as_the_textbook_algorithm_finds() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        var (text, pattern) = (Letters(random, random.Next(1, 300)), Letters(random, random.Next(1, 200)));

        var fit = Aligner.Find(text, pattern, pattern.Length)!.Value;

        return fit.Edits == FewestEdits(text, pattern) && fit.Edits == Edits(text[fit.Start..fit.End], pattern);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_fit_beyond_the_bound_is_not_found() => Aligner.Find("aaaaaaaa", "bbbb", 3).ShouldBeNull();

    private static string Letters(Random random, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => "abc"[random.Next(3)]));

    private static int FewestEdits(string text, string pattern) => LastRow(text, pattern, free: true).Min();

    private static int Edits(string text, string pattern) => LastRow(text, pattern, free: false)[^1];

    /// <summary>The last row of the edit matrix; free: the pattern may begin anywhere in the text.</summary>
    private static int[] LastRow(string text, string pattern, bool free)
    {
        var row = Enumerable.Range(0, text.Length + 1).Select(i => free ? 0 : i).ToArray();
        for (var p = 1; p <= pattern.Length; p++)
        {
            var (diagonal, left) = (row[0], row[0] = p);
            for (var t = 1; t <= text.Length; t++)
            {
                left = Math.Min(Math.Min(left, row[t]) + 1, diagonal + (text[t - 1] == pattern[p - 1] ? 0 : 1));
                (diagonal, row[t]) = (row[t], left);
            }
        }

        return row;
    }
}
