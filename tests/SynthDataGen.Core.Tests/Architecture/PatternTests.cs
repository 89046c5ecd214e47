using System.Reflection;
using System.Text.RegularExpressions;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Tests.Architecture;

/// <summary>Regular expressions take time in proportion to the text, and none has a time limit: on a busy machine a limit would fail any text.</summary>
public sealed partial class PatternTests
{
    private const int HostileLength = 100_000;

    /// <summary>
    /// Files whose patterns look around, which non-backtracking ones cannot. Their repeats are bounded, or run over characters that what
    /// follows cannot begin with; those of Rules are anchored, too, and read one sentence.
    /// </summary>
    private static readonly string[] LookingAround =
    [
        "Extractive/Rules/ContentRule.cs", "Extractive/Rules/DefinitionRule.cs", "Extractive/Rules/ObligationRule.cs",
        "Extractive/Rules/ReasonRule.cs", "Support/Dates.cs", "Support/Numbers.cs", "Leaks/PersonalData.cs",
        "Checks/ContextReferences.cs",
    ];

    public static TheoryData<string> Hostile =>
    [
        "A-", "Aa ", "a@", "a.", "a@a.", "1,", "1,000", "1 ", "12 ", "+1 ", "(1", "-----BEGIN A ", "eyJ0123456789.", "eyJ-", "password ", "password: a", "in ", "in May ", "May 1 ",
        "the text ", "according to the ", "a is ", "A is the ", "the aa ", " because", "must be ", "are a", "x is used with ", "a  ", "\n", "ab-", "fünf ", "mentionné ", "the following ",
    ];

    [Fact]
    public void Every_pattern_is_non_backtracking_or_listed_with_a_reason()
    {
        var patterns = Sources.ProductCode.SelectMany(file => Pattern().Matches(file.Text).Select(match => (File: file, match.Value))).ToList();
        patterns.Count.ShouldBeGreaterThan(50);

        var backtracking = patterns.Where(pattern => !pattern.Value.Contains("NonBacktracking", StringComparison.Ordinal)).Select(pattern => pattern.File.Path).Distinct(StringComparer.Ordinal).ToList();
        backtracking.Where(path => !LookingAround.Any(listed => path.EndsWith("/" + listed, StringComparison.Ordinal))).ShouldBeEmpty();
        LookingAround.Where(listed => !backtracking.Exists(path => path.EndsWith("/" + listed, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void No_pattern_has_a_time_limit()
    {
        Generated().ShouldNotBeEmpty();
        Generated().Where(pattern => pattern.Attribute.MatchTimeoutMilliseconds != -1).Select(pattern => pattern.Method.ToString()).ShouldBeEmpty();
        Sources.ProductCode.Where(file => file.Names("matchTimeout|RegexMatch" + @"TimeoutException|\bRegex\b.*TimeSpan|GeneratedRegex.*, [0-9_]+\)")).ShouldBeEmpty();
    }

    /// <summary>A pattern that took the square of the text's length would be busy for minutes.</summary>
    [Theory]
    [MemberData(nameof(Hostile))]
    public void Patterns_that_look_around_read_hostile_text_in_linear_time(string repeated)
    {
        var text = string.Concat(Enumerable.Repeat(repeated, HostileLength / repeated.Length));
        var looking = Generated().Where(pattern => !pattern.Attribute.Options.HasFlag(RegexOptions.NonBacktracking)).ToList();
        looking.ShouldNotBeEmpty();

        foreach (var (method, _) in looking)
        {
            ((Regex)method.Invoke(null, null)!).Count(text).ShouldBeLessThanOrEqualTo(text.Length);
        }
    }

    private static IEnumerable<(MethodInfo Method, GeneratedRegexAttribute Attribute)> Generated() =>
        from type in typeof(DocumentText).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
        let attribute = method.GetCustomAttribute<GeneratedRegexAttribute>()
        where attribute is not null
        select (method, attribute);

    /// <summary>An attribute up to the member that it belongs to, or the making of an expression.</summary>
    [GeneratedRegex(@"\[GeneratedRegex\(.*?\)\]\s+(?:private|internal|public)|\bnew Regex\([^;]*;|\bRegex\.(?:IsMatch|Match|Matches|Replace|Split|Count)\([^;]*;", RegexOptions.Singleline)]
    private static partial Regex Pattern();
}
