using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Dashboard;

/// <summary>One way to break down acceptance.</summary>
/// <param name="Name">What a row is.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Address">The address that a row links to; null if none.</param>
public sealed record AcceptanceSide(string Name, IReadOnlyList<Acceptance> Rows, Func<Acceptance, string?> Address);
