using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Tests.Architecture;

/// <summary>How a file looks from outside.</summary>
public sealed partial class ShapeTests
{
    private const int MaxLines = 250;
    private const int MaxTestLines = 350;
    private const int MaxCatchAlls = 6;

    /// <summary>Classes that others derive from, though they can be made themselves.</summary>
    private static readonly string[] Bases = ["SynthDataGenException"];

    [Fact]
    public void Every_class_is_sealed_static_or_abstract()
    {
        var classes = Sources.Code.SelectMany(file => Class().Matches(string.Join('\n', file.Code)).Select(match => (File: file, Match: match))).ToList();
        classes.ShouldContain(found => found.Match.Groups["modifiers"].Value.Contains("sealed", StringComparison.Ordinal));

        classes
            .Where(found => !Closed().IsMatch(found.Match.Groups["modifiers"].Value))
            .Where(found => !Bases.Contains(found.Match.Groups["name"].Value, StringComparer.Ordinal) && !IsComponent(found.File))
            .Select(found => $"{found.File}: {found.Match.Value.Trim()}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void The_namespace_of_a_file_is_its_folder()
    {
        var named = Sources.Code.Select(file => (File: file, Match: Namespace().Match(file.Text))).Where(found => found.Match.Success).ToList();
        named.ShouldNotBeEmpty();

        named
            .Where(found => found.Match.Groups[1].Value != NamespaceOf(found.File))
            .Select(found => $"{found.File} has {found.Match.Groups[1].Value}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void No_file_is_longer_than_it_may_be()
    {
        Sources.All.ShouldNotBeEmpty();

        Sources.All
            .Select(file => (File: file, Lines: file.Text.AsSpan().Count('\n'), Max: file.IsTest ? MaxTestLines : MaxLines))
            .Where(file => file.Lines > file.Max)
            .Select(file => $"{file.File} has {file.Lines} lines, {file.Max} at most")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Few_places_catch_everything()
    {
        var catches = Sources.ProductCode.SelectMany(file => file.Code.Where(line => CatchAll().IsMatch(line)).Select(line => $"{file}: {line.Trim()}")).ToList();

        Sources.ProductCode.ShouldContain(file => file.Names(@"\bcatch \("));
        catches.Count.ShouldBeLessThanOrEqualTo(MaxCatchAlls, string.Join('\n', catches));
    }

    [Fact]
    public void What_is_to_be_done_is_an_issue_not_a_comment()
    {
        var mark = new Regex(@"\b(TO" + @"DO|FIX" + @"ME|HACK)\b");

        Sources.All.ShouldNotBeEmpty();
        Sources.All.Where(file => file.Path != "tests/SynthDataGen.Core.Tests/Architecture/ShapeTests.cs" && mark.IsMatch(file.Text)).ShouldBeEmpty();
    }

    private static bool IsComponent(SourceFile file) =>
        file.Path.EndsWith(".razor.cs", StringComparison.Ordinal) && Sources.All.Any(other => other.Path == file.Path[..^".cs".Length]);

    private static string NamespaceOf(SourceFile file)
    {
        var folder = Path.GetDirectoryName(file.Path)!.Replace('\\', '/');
        return folder[folder.IndexOf(file.Project, StringComparison.Ordinal)..].Replace('/', '.');
    }

    [GeneratedRegex(@"^[ \t]*(?<modifiers>(?:(?:public|internal|private|protected|file|partial|sealed|static|abstract|new)\s+)*)(?:class|record(?! struct)(?: class)?)\s+(?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Class();

    [GeneratedRegex(@"\b(sealed|static|abstract)\b")]
    private static partial Regex Closed();

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\bcatch(\s*\((System\.)?Exception( \w+)?\))?\s*$")]
    private static partial Regex CatchAll();
}
