using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Grounding;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Tests.Generation.Grounding;

public sealed class EvidenceLocatorProperties
{
    [Fact]
    public void A_perturbed_quote_is_found_where_it_was_taken() => Holds(seed =>
    {
        var random = new Random(seed);
        var (source, start, end) = RandomQuote(random);

        var evidence = Locate(source, Perturb(source[start..end], random));

        return evidence.Match is EvidenceMatch.Exact or EvidenceMatch.Normalized && evidence.Start == start && evidence.End == end;
    });

    [Fact]
    public void A_quote_with_few_typing_errors_is_found_near_where_it_was_taken() => Holds(seed =>
    {
        var random = new Random(seed);
        var (source, start, end) = RandomQuote(random);

        var evidence = Locate(source, Mistype(source[start..end], random));

        return evidence.Match != EvidenceMatch.Missing && Math.Abs(evidence.Start - start) <= 12 && Math.Abs(evidence.End - end) <= 12;
    });

    [Fact]
    public void Evidence_found_always_has_the_sources_own_words() => Prop.ForAll<string, string>((one, other) =>
    {
        var (source, quote) = (one ?? "", other ?? "");
        var evidence = Locate(source, quote);
        return evidence.Match == EvidenceMatch.Missing || (evidence.End > evidence.Start && evidence.Quote == source[evidence.Start..evidence.End]);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_long_quote_in_a_long_text_is_aligned_quickly()
    {
        var random = new Random(7);
        var source = string.Join(' ', Enumerable.Range(0, 20_000).Select(_ => Word(random)));
        var watch = Stopwatch.StartNew();

        var evidence = Locate(source, Mistype(source[60_000..64_000], random));

        evidence.Match.ShouldBe(EvidenceMatch.Near);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    private static void Holds(Func<int, bool> property) =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static Evidence Locate(string source, string quote) => EvidenceLocator.Locate(source, 0, source.Length, quote, _ => 1);

    private static (string Source, int Start, int End) RandomQuote(Random random)
    {
        var words = Enumerable.Range(0, 200).Select(_ => Word(random)).ToArray();
        var (first, count) = (random.Next(0, 150), random.Next(8, 40));
        var start = words.Take(first).Sum(word => word.Length + 1);
        var length = words.Skip(first).Take(count).Sum(word => word.Length + 1) - 1;
        return (string.Join(' ', words), start, start + length);
    }

    private static string Word(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(4, 10)).Select(_ => (char)('a' + random.Next(26))));

    private static string Perturb(string quote, Random random) => string.Concat(quote.Select(c => (c, random.Next(12)) switch
    {
        (' ', < 4) => "\n  ",
        (' ', 4) => "\u00A0",
        (' ', _) => " ",
        (_, 0) => char.ToUpperInvariant(c).ToString(),
        (_, 1) => c + "\u00AD",
        _ => c.ToString(),
    })).TrimEnd('\u00AD');

    /// <summary>One wrong letter in twenty: half of what may be wrong.</summary>
    private static string Mistype(string quote, Random random)
    {
        var letters = quote.ToCharArray();
        for (var errors = quote.Length / 20; errors > 0; errors--)
        {
            letters[random.Next(letters.Length)] = 'ж';
        }

        return new(letters);
    }
}
