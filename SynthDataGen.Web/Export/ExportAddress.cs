using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using SynthDataGen.Client.Export;
using SynthDataGen.Client.Review;
using SynthDataGen.Web.Parts;
using SynthDataGen.Web.Review;

namespace SynthDataGen.Web.Export;

/// <summary>What an export is to hold as an address: a reload, Back and a link that is passed on keep it.</summary>
public static class ExportAddress
{
    /// <summary>The page.</summary>
    public const string Path = "/export";

    /// <summary>Longest system message that stands in the address; servers cut off addresses of some thousand characters.</summary>
    public const int MaxSystemLength = 1_000;

    /// <summary>The address of settings; what is as usual is left out.</summary>
    public static string Of(ExportSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return QueryHelpers.AddQueryString(PairAddress.Of(Path, settings.Filter ?? new()), Parts(settings).Where(part => !string.IsNullOrEmpty(part.Value)));
    }

    /// <summary>The settings of an address; what it does not say, or says wrongly, is as usual.</summary>
    public static ExportSettings Read(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(new Uri("http://localhost"), address).Query);
        var filter = ReadFilter(query);
        return new(
            ExportFormat.Of(Text(query, "format") ?? "").Name,
            filter == new PairFilter() ? null : filter,
            ReadSplit(Text(query, "split")),
            Number(query, "seed") ?? 0,
            Text(query, "system"),
            Text(query, "packaging"),
            Text(query, "keepDuplicates") == "true",
            Text(query, "balance") is { } by ? new(by, Number(query, "most")) : null,
            NullIfNone(query.GetValueOrDefault("benchmark").Select(text => Id(text)).OfType<Guid>()),
            NullIfNone(query.GetValueOrDefault("field").Select(ReadField).OfType<ExportField>()),
            Number(query, "distractors"),
            Number(query, "oracle"));
    }

    private static IEnumerable<KeyValuePair<string, string?>> Parts(ExportSettings settings) =>
    [
        new("format", settings.Format == "json" ? null : settings.Format),
        new("packaging", settings.Packaging),
        new("split", settings.Split is { } split ? Text(split) : null),
        new("seed", settings.Seed == 0 ? null : Text(settings.Seed)),
        new("keepDuplicates", settings.KeepDuplicates ? "true" : null),
        new("balance", settings.Balance?.By),
        new("most", Text(settings.Balance?.Most)),
        .. (settings.Benchmarks ?? []).Select(id => new KeyValuePair<string, string?>("benchmark", id.ToString())),
        new("system", settings.System is { Length: <= MaxSystemLength } system ? system : null),
        .. (settings.Fields ?? []).Select(field => new KeyValuePair<string, string?>("field", $"{field.Holds}:{field.Name}")),
        new("distractors", Text(settings.Distractors)),
        new("oracle", Text(settings.OracleShare)),
    ];

    private static PairFilter ReadFilter(Dictionary<string, StringValues> query) => new(
        Text(query, "status"), Text(query, "flag"), Id(Text(query, "documentId")), Id(Text(query, "runId")), Text(query, "search"), null, Text(query, "type"),
        Text(query, "difficulty"), Text(query, "reviewer"), Number(query, "minScore"), Number(query, "maxScore"), PairAddress.Time(Text(query, "from")),
        PairAddress.Time(Text(query, "to")), Text(query, "tag"), Id(Text(query, "clusterId")), Text(query, "stage"), Text(query, "assignee"));

    private static Split? ReadSplit(string? text)
    {
        var shares = (text ?? "").Split('-').Select(share => int.TryParse(share, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();
        return shares is [>= 0 and <= 100 and var train, >= 0 and <= 100 and var validation, >= 0 and <= 100 and var test] && train + validation + test == 100
            ? new(train, validation, test)
            : null;
    }

    private static ExportField? ReadField(string? text) =>
        text?.Split(':', 2) is [var holds, { Length: > 0 } name] && ExportFields.All.Contains(holds) ? new(name, holds) : null;

    private static string Text(Split split) => $"{split.Train}-{split.Validation}-{split.Test}";

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Text(Dictionary<string, StringValues> query, string name) => FieldText.OrNull(query.GetValueOrDefault(name).FirstOrDefault());

    private static int? Number(Dictionary<string, StringValues> query, string name) =>
        int.TryParse(Text(query, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;

    private static List<T>? NullIfNone<T>(IEnumerable<T> items) => items.ToList() is { Count: > 0 } list ? list : null;
}
