using SynthDataGen.Core.Export.Planning;
using SynthDataGen.Core.Review.Second;

namespace SynthDataGen.Core.Export.Report;

/// <summary>What a report says beyond what was counted while the pairs were written.</summary>
/// <param name="Title">What is exported: workspace, number and format.</param>
/// <param name="Settings">What was asked for, in words: name and value.</param>
/// <param name="LeftOut">Pairs that fit the filter and are not in it.</param>
/// <param name="Documents">Documents of the workspace that can be read.</param>
/// <param name="Contexts">Contexts of the runs that the pairs came from.</param>
/// <param name="Agreement">How far reviewers agree in the workspace.</param>
public sealed record ReportFacts(
    string Title,
    IReadOnlyList<(string Name, string Value)> Settings,
    IReadOnlyList<(LeaveOut Reason, long Count)> LeftOut,
    long Documents,
    long Contexts,
    IReadOnlyList<Agreement> Agreement);
