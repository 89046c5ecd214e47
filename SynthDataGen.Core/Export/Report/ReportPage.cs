using System.Xml.Linq;
using SynthDataGen.Core.Export.Planning;
using SynthDataGen.Core.Review.Second;
using static SynthDataGen.Core.Export.Report.Html;

namespace SynthDataGen.Core.Export.Report;

/// <summary>The report of an export: one HTML file without scripts, with the same bytes for the same pairs.</summary>
public static class ReportPage
{
    /// <summary>The number of documents listed: those with the most pairs.</summary>
    private const int NamedDocuments = 30;

    private const string Style = """
        :root { color-scheme: light dark; --ink: #1b1f27; --quiet: #5a6270; --line: #e2e5ea; --paper: #fff; --bar: #2f5fd0; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ee; --quiet: #a3abb8; --line: #30353f; --paper: #16181d; --bar: #7ea2f5; } }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 14px/1.5 system-ui, "Noto Sans", "DejaVu Sans", sans-serif; font-variant-numeric: tabular-nums; }
        main { max-width: 880px; margin: 0 auto; padding: 32px 24px 64px; }
        h1 { font-size: 28px; line-height: 1.2; margin: 0 0 4px; overflow-wrap: anywhere; }
        h2 { font-size: 16px; margin: 36px 0 8px; }
        p { margin: 0 0 8px; color: var(--quiet); max-width: 68ch; }
        table { border-collapse: collapse; width: 100%; }
        th, td { padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; overflow-wrap: anywhere; unicode-bidi: isolate; }
        thead th { font-size: 12px; font-weight: 600; color: var(--quiet); }
        .number { text-align: right; white-space: nowrap; width: 1%; }
        td:has(svg) { width: 250px; padding-right: 0; }
        svg { display: block; margin: 5px 0 0 12px; max-width: 100%; }
        rect { fill: var(--bar); }
        @media print { section { break-inside: avoid; } }
        """;

    /// <summary>The page as HTML.</summary>
    public static string Of(ReportFacts facts, DatasetFigures figures)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(figures);
        var pairs = figures.Parts.Counts.Sum(part => part.Count);
        var sample = figures.Measured < pairs ? $" Counted on a sample of {Count(figures.Measured, "pair")}." : "";
        return Page(
            facts.Title,
            Style,
            Paragraph(Summary(figures, pairs)),
            Section("Parts", Bars("Part", "Pairs", [.. Enum.GetValues<Part>().Where(part => figures.Parts[part] > 0).Select(part => (part.ToString().ToLowerInvariant(), figures.Parts[part]))])),
            Section("Left out", LeftOut(facts)),
            Section("Question types", Bars("Type", "Pairs", figures.Types.Counts)),
            Section("Difficulty", Bars("Difficulty", "Pairs", Named(figures.Difficulties, "unknown"))),
            Lengths("Length of questions", figures.Questions, sample),
            Lengths("Length of answers", figures.Answers, sample),
            Section("Lexical diversity", Diversity(figures, sample)),
            Section("Documents", Coverage(facts, figures), Documents(figures)),
            Section("Reviewers", Bars("Person", "Pairs", Named(figures.Reviewers, "not reviewed"))),
            Section("Reviewer agreement", Agreement(facts)),
            Section("Origins", Origins(figures)),
            Section("Settings", Table(2, ["Setting", "Value"], facts.Settings.Select(setting => (IReadOnlyList<string>)[setting.Name, setting.Value]))));
    }

    private static string Summary(DatasetFigures figures, long pairs)
    {
        var newest = figures.NewestDecision is { } at ? FormattableString.Invariant($"; the newest decision is of {at.UtcDateTime:d MMMM yyyy, HH:mm} UTC") : "";
        return $"{Count(pairs, "pair")} from {Count(figures.Documents.Kinds, "document")}{newest}.";
    }

    private static XElement LeftOut(ReportFacts facts)
    {
        var some = facts.LeftOut.Where(reason => reason.Count > 0).Select(reason => (Words(reason.Reason), reason.Count)).ToList();
        return some.Count == 0 ? Paragraph("No pair that fits the filter was left out.") : Bars("Reason", "Pairs", some);
    }

    private static string Words(LeaveOutReason reason) => reason switch
    {
        LeaveOutReason.Duplicate => "worded like another pair",
        LeaveOutReason.Leak => "worded like a pair in another part",
        LeaveOutReason.Contaminated => "repeats a benchmark",
        LeaveOutReason.Balance => "more of its kind than the balance allows",
        LeaveOutReason.NotExpressible => "not expressible in this format",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "There is no such reason."),
    };

    private static XElement Lengths(string title, LengthTally lengths, string sample) => Section(
        title,
        Paragraph($"Half have at most {Count(lengths.Quantile(0.5), "word")}, nine out of ten at most {Number(lengths.Quantile(0.9))}.{sample}"),
        Bars("Words", "Texts", lengths.Ranges));

    private static object[] Diversity(DatasetFigures figures, string sample)
    {
        var (questions, answers) = figures.Diversity;
        return
        [
            Paragraph($"MTLD is the average number of words before repetition leaves fewer than 72 % of them distinct (McCarthy and Jarvis 2010). Higher means more diverse.{sample}"),
            Table(1, ["Text", "MTLD"], [["questions", Shown(questions)], ["answers", Shown(answers)]]),
        ];
    }

    private static string Shown(double? mtld) => mtld is { } value ? FormattableString.Invariant($"{value:F1}") : "too few words";

    private static XElement Coverage(ReportFacts facts, DatasetFigures figures) =>
        Paragraph($"{Of(figures.Documents.Kinds, facts.Documents, "document")} in the workspace and {Of(figures.Contexts, facts.Contexts, "context")} in the runs have a pair in this export.");

    private static object[] Documents(DatasetFigures figures)
    {
        var all = figures.Documents.Counts;
        var named = Bars("Document", "Pairs", [.. all.Take(NamedDocuments).Select(document => (document.Kind.Key, document.Count))], figures.Parts.Counts.Sum(part => part.Count));
        return all.Count <= NamedDocuments
            ? [named]
            : [named, Paragraph($"{Count(all.Count - NamedDocuments, "more document")} with {Number(all.Skip(NamedDocuments).Sum(document => document.Count))} pairs.")];
    }

    private static XElement Agreement(ReportFacts facts) => facts.Agreement.Count == 0
        ? Paragraph("No pair was reviewed by two people.")
        : Table(
            1,
            ["Reviewers", "Pairs", "Agreed", "Cohen's kappa"],
            facts.Agreement.Select(two => (IReadOnlyList<string>)[$"{two.First} and {two.Second}", Number(two.Count), Percent(two.Agreed), FormattableString.Invariant($"{two.Kappa:F2}")]));

    private static XElement Origins(DatasetFigures figures) => Table(
        4,
        ["Recipe", "Generator", "Model", "Template", "Pairs"],
        figures.Origins.Counts.Select(origin => (IReadOnlyList<string>)[origin.Kind.Recipe, origin.Kind.Generator, origin.Kind.Model, origin.Kind.Template, Number(origin.Count)]));

    private static IReadOnlyList<(string, long)> Named(Tally<string> tally, string unknown) => [.. tally.Counts.Select(entry => (entry.Kind.Length == 0 ? unknown : entry.Kind, entry.Count))];

    private static string Of(long some, long all, string noun) => $"{Number(some)} of {Count(all, noun)}";

    private static string Count(long count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";
}

/// <summary>The content of a report that was not counted while the pairs were written.</summary>
/// <param name="Title">The heading: workspace and format.</param>
/// <param name="Settings">The settings in words: name and value.</param>
/// <param name="LeftOut">Pairs that fit the filter and are left out.</param>
/// <param name="Documents">Documents of the workspace that have been read.</param>
/// <param name="Contexts">Contexts in the runs that the pairs came from.</param>
/// <param name="Agreement">How far reviewers agree in the workspace.</param>
public sealed record ReportFacts(
    string Title,
    IReadOnlyList<(string Name, string Value)> Settings,
    IReadOnlyList<(LeaveOutReason Reason, long Count)> LeftOut,
    long Documents,
    long Contexts,
    IReadOnlyList<Agreement> Agreement);
