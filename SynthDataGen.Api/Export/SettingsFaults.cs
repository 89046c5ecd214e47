using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Export.Formats;

namespace SynthDataGen.Api.Export;

/// <summary>What settings of an export cannot be.</summary>
internal static class SettingsFaults
{
    private const int Whole = 100;
    private const int MaxFields = 100;
    private const int MaxFieldName = 100;

    /// <summary>Formats whose fields can be chosen.</summary>
    private static readonly string[] WithFields = ["jsonl", "csv"];

    /// <summary>The first fault of settings; null: they have none.</summary>
    public static ProblemHttpResult? Of(ExportSettings wire) => FormatFault(wire) ?? SplitFault(wire) ?? TextFault(wire) ?? FieldFault(wire) ?? RaftFault(wire);

    /// <summary>The packaging that is asked for; null: there is none of that name.</summary>
    public static Packaging? PackagingOf(ExportSettings wire) => Enum.GetValues<Packaging>().Cast<Packaging?>()
        .FirstOrDefault(packaging => ExportMapping.WordOf(packaging!.Value) == (WireText.OrNull(wire.Packaging) ?? ExportMapping.WordOf(Packaging.Files)));

    /// <summary>What a balance counts by; null: there is no such kind.</summary>
    public static BalanceBy? KindOf(Client.Export.Balance balance) => WireNames.TryRead<BalanceBy>(balance.By, out var by) ? by : null;

    private static ProblemHttpResult? FormatFault(ExportSettings wire)
    {
        if (wire.Format is null || DatasetFormats.Find(wire.Format) is not { } format)
        {
            return Problems.BadRequest("unknown-format", $"There is no format \"{wire.Format}\"; there are {string.Join(", ", DatasetFormats.All.Select(f => f.Name))}.");
        }

        return PackagingOf(wire) is { } packaging && format.Packagings.Contains(packaging)
            ? null
            : Problems.BadRequest("unknown-packaging", $"The format {format.Name} has no packaging \"{wire.Packaging}\"; it has {string.Join(", ", format.Packagings.Select(ExportMapping.WordOf))}.");
    }

    private static ProblemHttpResult? SplitFault(ExportSettings wire)
    {
        if (wire.Split is { } split)
        {
            int[] shares = [split.Train, split.Validation, split.Test];
            if (shares.Any(share => share is < 0 or > Whole))
            {
                return Problems.BadRequest("bad-split", "A share is 0 to 100.");
            }

            if (shares.Sum() != Whole)
            {
                return Problems.BadRequest("bad-split", $"{string.Join(" + ", shares)} is {shares.Sum()}; shares must add up to {Whole}.");
            }
        }

        return wire.Balance is { } balance && (KindOf(balance) is null || balance.Most < 1)
            ? Problems.BadRequest("bad-balance", "Pairs are balanced by type, difficulty or document, with at least 1 of each.")
            : null;
    }

    private static ProblemHttpResult? TextFault(ExportSettings wire) =>
        wire.System is { } system && (system.Length > Core.Export.ExportSettings.MaxSystemLength || !StorableText.IsStorable(system))
            ? Problems.BadRequest("bad-system", $"A system message has at most {Core.Export.ExportSettings.MaxSystemLength} characters and no NUL.")
            : null;

    private static ProblemHttpResult? FieldFault(ExportSettings wire)
    {
        if (wire.Fields is not { Count: > 0 } fields)
        {
            return null;
        }

        if (!WithFields.Contains(wire.Format))
        {
            return Problems.BadRequest("bad-fields", $"The fields of {wire.Format} are fixed; you can choose fields with {string.Join(" or ", WithFields)}.");
        }

        if (fields.Count > MaxFields || fields.Any(field => WireText.OrNull(field?.Name) is not { Length: <= MaxFieldName } name || !StorableText.IsStorable(name)))
        {
            return Problems.BadRequest("bad-fields", $"A row has at most {MaxFields} fields, each with a name of 1 to {MaxFieldName} characters.");
        }

        if (fields.FirstOrDefault(field => !DatasetFields.All.Contains(field.Holds)) is { } unknown)
        {
            return Problems.BadRequest("unknown-field", $"A field can't hold \"{unknown.Holds}\"; it can hold {string.Join(", ", DatasetFields.All)}.");
        }

        return fields.GroupBy(field => field.Name.Trim(), StringComparer.Ordinal).FirstOrDefault(name => name.Count() > 1) is { } twice
            ? Problems.BadRequest("bad-fields", $"Two fields are called \"{twice.Key}\".")
            : null;
    }

    private static ProblemHttpResult? RaftFault(ExportSettings wire) => wire switch
    {
        { Distractors: < Core.Export.ExportSettings.MinDistractors or > Core.Export.ExportSettings.MaxDistractors } =>
            Problems.BadRequest("bad-distractors", $"There are {Core.Export.ExportSettings.MinDistractors} to {Core.Export.ExportSettings.MaxDistractors} distractors."),
        { OracleShare: < 0 or > Whole } => Problems.BadRequest("bad-oracle-share", "The right context is shown in 0 to 100 % of the rows."),
        _ => null,
    };
}
