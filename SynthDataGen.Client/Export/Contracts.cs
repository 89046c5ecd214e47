using SynthDataGen.Client.Review;

namespace SynthDataGen.Client.Export;

/// <summary>The one-click export: approved pairs, without their history.</summary>
public sealed record ExportedDataset(DateTimeOffset ExportedAt, string Workspace, long Count, IReadOnlyList<Pair> Pairs);
