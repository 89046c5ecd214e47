using System.Globalization;
using System.Xml.Linq;
using SynthDataGen.Core.Documents.Extractors.Word.Parts;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>A chart's title and the values it was last drawn with.</summary>
internal sealed class WordChart(XElement root)
{
    private readonly XElement? chart = root.Element("chart");

    /// <summary>Its kind and, where it has one, its title: <c>Line chart: Sales by quarter</c>.</summary>
    public string Title
    {
        get
        {
            var title = chart?.Element("title")?.Element("tx")?.AllWords().Trim() ?? "";
            return title.Length > 0 ? $"{Kind}: {title}" : Kind;
        }
    }

    private string Kind => Plots.FirstOrDefault()?.Name.LocalName switch
    {
        null or "chart" => "Chart",
        "ofPieChart" => "Pie chart",
        var name => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name[..1]) + name[1..^"Chart".Length].Replace("3D", "", StringComparison.Ordinal) + " chart",
    };

    private IEnumerable<XElement> Plots => chart?.Element("plotArea")?.Elements().Where(plot => plot.Name.LocalName.EndsWith("Chart", StringComparison.Ordinal)) ?? [];

    /// <summary>A row per category and a column per series, under a head; none if the chart has no values or too many.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows(int maxCells)
    {
        var series = Plots.SelectMany(plot => plot.Elements("ser")).ToList();
        var columns = series.ConvertAll(one => Points(one.Element("val") ?? one.Element("yVal")));
        var categories = Points(series.Select(one => one.Element("cat") ?? one.Element("xVal")).FirstOrDefault(labels => labels is not null));
        var places = columns.SelectMany(column => column.Keys).Distinct().Order().ToList();
        if (places.Count == 0 || places.Count * (long)(columns.Count + 1) > maxCells)
        {
            return [];
        }

        IReadOnlyList<string> head = ["", .. series.Select(one => string.Join(' ', Values(one.Element("tx"))))];
        return [head, .. places.Select(place => (IReadOnlyList<string>)[categories.GetValueOrDefault(place, ""), .. columns.Select(column => column.GetValueOrDefault(place, ""))])];
    }

    /// <summary>Stored figures have two digits more than their precision: 4.4 is stored as 4.4000000000000004.</summary>
    private static string Rounded(string value) =>
        value.Length > 15 && double.TryParse(value, CultureInfo.InvariantCulture, out var figure) ? figure.ToString("G15", CultureInfo.InvariantCulture) : value;

    private static IEnumerable<string> Values(XElement? data) => data?.Descendants("v").Select(value => value.Value) ?? [];

    /// <summary>Values by their index; of multi-level labels the innermost, which comes first.</summary>
    private static Dictionary<int, string> Points(XElement? data)
    {
        var points = new Dictionary<int, string>();
        foreach (var point in data?.Descendants("pt") ?? [])
        {
            points.TryAdd(point.Number("idx") ?? points.Count, Rounded(point.Element("v")?.Value ?? ""));
        }

        return points;
    }
}
