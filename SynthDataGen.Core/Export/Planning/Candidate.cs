using System.Runtime.InteropServices;

namespace SynthDataGen.Core.Export.Planning;

/// <summary>As much of a pair that fits the filter as it takes to say whether it is exported and where; a million of them are held at once.</summary>
/// <param name="Id">The pair.</param>
/// <param name="DocumentId">Its document.</param>
/// <param name="ClusterId">The first pair of its cluster; null: it is that itself.</param>
/// <param name="Type">Its question type.</param>
/// <param name="Difficulty">Its difficulty; null: unknown.</param>
/// <param name="Benchmark">The place, among the settings' benchmarks, of the one that it repeats; null: none.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Candidate(Guid Id, Guid DocumentId, Guid? ClusterId, string Type, string? Difficulty, int? Benchmark = null);
