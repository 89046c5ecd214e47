using System.Globalization;
using System.Text;
using SynthDataGen.Core.Export.Formats;
using SynthDataGen.Core.Export.Formats.Packagings;
using SynthDataGen.Core.Export.Report;
using SynthDataGen.Core.Review.Second;

namespace SynthDataGen.Core.Export.Building;

/// <summary>Makes the files that accompany the data of an export: card, report and manifest.</summary>
/// <param name="order">The order.</param>
/// <param name="written">What was written.</param>
/// <param name="tally">What happened to the pairs.</param>
/// <param name="benchmarks">The benchmarks that no pair repeats.</param>
/// <param name="sources">The number of documents that have been read, and of contexts in the runs that the pairs came from.</param>
public sealed class CompanionFiles(
    ExportOrder order, WrittenExport written, ExportTally tally, IReadOnlyList<Benchmark> benchmarks, (long Documents, long Contexts) sources)
{
    /// <summary>The name of the report.</summary>
    public const string ReportName = "report.html";

    private readonly DatasetFigures figures = written.Figures;

    private string Title => $"{order.Workspace} · {order.Format.Name}";

    /// <summary>All files except the manifest, with their names.</summary>
    public IEnumerable<(string Name, byte[] Text)> Make(IReadOnlyList<Agreement> agreement)
    {
        var packaging = order.Settings.Packaging switch
        {
            Packaging.HuggingFace => (DatasetFileNames.Card, Card().Text()),
            Packaging.LlamaFactory => (DatasetFileNames.LlamaFactory, LlamaFactoryInfo.Text(order.Workspace, order.Settings, Split.PartsOf(order.Settings.Split))),
            _ => default((string Name, string Text)?),
        };
        if (packaging is { } description)
        {
            yield return (description.Name, Encoding.UTF8.GetBytes(description.Text));
        }

        yield return (ReportName, Encoding.UTF8.GetBytes(ReportPage.Of(Facts(agreement), figures)));
    }

    /// <summary>The manifest for these files.</summary>
    public byte[] Manifest(IReadOnlyList<ExportFile> files) => ExportManifest.Of(order, written, tally, benchmarks, sources.Documents, [.. files]).ToJson();

    private HubCard Card() => new(Title, order.Settings, Split.PartsOf(order.Settings.Split).ToDictionary(part => part, part => written.Parts[(int)part]))
    {
        Documents = figures.Documents.Kinds,
        Models = [.. figures.Origins.Counts.Select(origin => origin.Kind.Model).Distinct().Order(StringComparer.Ordinal)],
        Recipes = [.. figures.Origins.Counts.Select(origin => origin.Kind.Recipe).Distinct().Order(StringComparer.Ordinal)],
        Reviewers = figures.Reviewers.Counts.Count(reviewer => reviewer.Kind.Length > 0),
    };

    private ReportFacts Facts(IReadOnlyList<Agreement> agreement) => new(
        Title,
        [.. Settings()],
        [.. tally.LeftOut.GroupBy(left => left.Reason).Select(reason => (reason.Key, reason.Sum(left => left.Count)))],
        sources.Documents,
        sources.Contexts,
        agreement);

    private IEnumerable<(string Name, string Value)> Settings()
    {
        var settings = order.Settings;
        yield return ("Format", settings.Format);
        yield return ("Packaging", settings.Packaging.ToString());
        yield return ("Status", settings.Query.Status?.ToString() ?? (order.Format.TakesRejected ? "Approved and rejected" : "Approved"));
        yield return ("Similarly worded pairs", settings.KeepDuplicates ? "All are kept" : "One of each cluster is kept");
        if (settings.Split is { } split)
        {
            yield return ("Split", FormattableString.Invariant($"{split.Train} % train, {split.Validation} % validation, {split.Test} % test"));
        }

        yield return ("Seed", settings.Seed.ToString(CultureInfo.InvariantCulture));
        if (settings.Balance is { } balance)
        {
            yield return ("Balance", $"By {balance.By}, {(balance.Most is { } most ? FormattableString.Invariant($"at most {most} of each") : "as many of each as the smallest kind has")}");
        }

        foreach (var benchmark in benchmarks)
        {
            yield return ("Benchmark", FormattableString.Invariant($"{benchmark.Name} ({benchmark.Texts} texts)"));
        }

        if (settings.System is { } system)
        {
            yield return ("System message", system);
        }
    }
}
