using System.Globalization;
using SynthDataGen.Client.Review;

namespace SynthDataGen.Client.Export;

/// <summary>What an export contains, and how.</summary>
public sealed record ExportSettings
{
    private const string Json = "json";

    /// <summary>json, jsonl, alpaca, sharegpt, openai, prompt-completion, squad, dpo, kto, raft, csv.</summary>
    public string Format { get; init; } = Json;

    /// <summary>
    /// Which pairs; approved ones unless it names a status (<c>kto</c>: approved and rejected ones). Its order is ignored. Null: all
    /// approved.
    /// </summary>
    public PairFilter? Filter { get; init; }

    /// <summary>How the pairs are divided into parts; null: one part.</summary>
    public Split? Split { get; init; }

    /// <summary>Seed of all random choices: the same one gives the same result.</summary>
    public int Seed { get; init; }

    /// <summary>With sharegpt, openai and alpaca: the system message of each row, at most 10,000 characters; null: none.</summary>
    public string? System { get; init; }

    /// <summary>
    /// <c>files</c> (the default), <c>hugging-face</c> (a dataset folder with its card), <c>llama-factory</c> (with
    /// <c>dataset_info.json</c>).
    /// </summary>
    public string? Packaging { get; init; }

    /// <summary>Whether to keep all pairs that are worded alike; otherwise only the first of each cluster.</summary>
    public bool KeepDuplicates { get; init; }

    /// <summary>Limits how many of one kind there are; null: no limit.</summary>
    public Balance? Balance { get; init; }

    /// <summary>Benchmarks whose texts no pair may repeat.</summary>
    public IReadOnlyList<Guid>? Benchmarks { get; init; }

    /// <summary>With jsonl and csv: which fields a row has, in this order; null: the format's own.</summary>
    public IReadOnlyList<ExportField>? Fields { get; init; }

    /// <summary>With raft: how many other contexts accompany the right one, 1–10.</summary>
    public int? Distractors { get; init; }

    /// <summary>With raft: percentage of rows that include the right context, 0–100.</summary>
    public int? OracleShare { get; init; }

    /// <summary>The settings as the query of an address, without the question mark; what is as usual is left out.</summary>
    public string ToQuery() => QueryText.Concat(Filter?.ToQuery(), QueryText.Join(
    [
        ("format", Format == Json ? null : Format),
        ("packaging", Packaging),
        ("split", Split is { } split ? $"{split.Train}-{split.Validation}-{split.Test}" : null),
        ("seed", Seed == 0 ? null : Seed),
        ("keepDuplicates", KeepDuplicates ? "true" : null),
        ("balance", Balance?.By),
        ("most", Balance?.Most),
        .. (Benchmarks ?? []).Select(id => ("benchmark", (object?)id)),
        ("system", System),
        .. (Fields ?? []).Select(field => ("field", (object?)$"{field.Holds}:{field.Name}")),
        ("distractors", Distractors),
        ("oracle", OracleShare),
    ]));

    /// <summary>The settings in the query of an address; what is missing or unreadable is as usual.</summary>
    public static ExportSettings FromQuery(string address)
    {
        var query = QueryText.Of(address);
        var filter = PairFilter.FromQuery(query) with { Sort = null };
        return new()
        {
            Format = query.Text("format") ?? Json, Filter = filter == new PairFilter() ? null : filter, Split = SplitOf(query.Text("split")), Seed = query.Number("seed") ?? 0,
            System = query.Text("system"), Packaging = query.Text("packaging"), KeepDuplicates = query.Text("keepDuplicates") == "true",
            Balance = query.Text("balance") is { } by ? new(by, query.Number("most")) : null,
            Benchmarks = NullIfNone(query.All("benchmark").Select(id => Guid.TryParse(id, out var benchmark) ? benchmark : (Guid?)null).OfType<Guid>()),
            Fields = NullIfNone(query.All("field").Select(FieldOf).OfType<ExportField>()), Distractors = query.Number("distractors"), OracleShare = query.Number("oracle"),
        };
    }

    private static Split? SplitOf(string? text)
    {
        var shares = (text ?? "").Split('-').Select(share => int.TryParse(share, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();
        return shares is [>= 0 and <= 100 and var train, >= 0 and <= 100 and var validation, >= 0 and <= 100 and var test] && train + validation + test == 100
            ? new(train, validation, test)
            : null;
    }

    private static ExportField? FieldOf(string text) =>
        text.Split(':', 2) is [var holds, { Length: > 0 } name] && ExportFields.All.Contains(holds) ? new(name, holds) : null;

    private static List<T>? NullIfNone<T>(IEnumerable<T> items) => items.ToList() is { Count: > 0 } list ? list : null;
}
