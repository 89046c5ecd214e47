using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Dashboard;

/// <summary>One way to look at what people accept.</summary>
/// <param name="Name">What the rows are.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Address">Where a row leads; null: nowhere.</param>
public sealed record AcceptanceSide(string Name, IReadOnlyList<Acceptance> Rows, Func<Acceptance, string?> Address);
