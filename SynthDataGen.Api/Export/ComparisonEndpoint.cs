using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Client.Export;
using SynthDataGen.Core.Data.Export;
using SynthDataGen.Core.Export;

namespace SynthDataGen.Api.Export;

/// <summary>Compares an export with another one.</summary>
internal static class ComparisonEndpoint
{
    public static void MapComparison(this RouteGroupBuilder exports) => exports.MapGet("/{id:guid}/compare", CompareAsync);

    private static async Task<Results<Ok<ExportComparison>, ProblemHttpResult>> CompareAsync(
        CurrentWorkspace workspace, ExportRecords exports, ExportStore store, Guid id, Guid with, CancellationToken cancellationToken)
    {
        if (await exports.FindAsync(workspace.Id, id, cancellationToken) is not { } export)
        {
            return ExportEndpoints.NotFound(id);
        }

        if (await exports.FindAsync(workspace.Id, with, cancellationToken) is not { } other)
        {
            return ExportEndpoints.NotFound(with);
        }

        await using var older = await OpenIndexAsync(store, workspace, other, cancellationToken);
        await using var newer = await OpenIndexAsync(store, workspace, export, cancellationToken);
        if (older is null || newer is null)
        {
            return Problems.Conflict("not-ready", "Only finished exports can be compared.");
        }

        var differences = await ExportComparer.CompareAsync(ExportIndex.ReadAsync(older, cancellationToken), ExportIndex.ReadAsync(newer, cancellationToken), cancellationToken);
        var questions = await exports.ListQuestionsAsync(workspace.Id, [.. differences.Examples.Select(d => d.PairId)], cancellationToken);
        return TypedResults.Ok(ToWire(export, other, differences, questions));
    }

    private static async Task<Stream?> OpenIndexAsync(ExportStore store, CurrentWorkspace workspace, Core.Export.DatasetExport export, CancellationToken cancellationToken) =>
        export.State == ExportState.Ready ? await store.OpenAsync(workspace.Value.Bucket, export, ExportIndex.FileName, cancellationToken) : null;

    private static ExportComparison ToWire(Core.Export.DatasetExport export, Core.Export.DatasetExport other, Differences differences, IReadOnlyDictionary<Guid, string> questions)
    {
        static string? PartOf(Core.Export.DatasetExport export, Part? part) => export.Settings.Split is null || part is null ? null : part.Value.ToWire();
        var counts = differences.Counts;
        return new()
        {
            With = other.Id, Identical = export.Files.SequenceEqual(other.Files), Added = counts[DifferenceKind.Added],
            Removed = counts[DifferenceKind.Removed], Changed = counts[DifferenceKind.Changed], Moved = counts[DifferenceKind.Moved],
            Examples = [.. differences.Examples.Select(d => new ExportDifference
            {
                Kind = d.Kind.ToWire(), PairId = d.PairId, Question = questions.GetValueOrDefault(d.PairId), Before = PartOf(other, d.Before),
                After = PartOf(export, d.After),
            })],
        };
    }
}
