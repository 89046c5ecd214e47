namespace SynthDataGen.Client.Events;

/// <summary>Something in the workspace changed; load it again to see how.</summary>
/// <param name="Kind">document, run, pair, export, workspace.</param>
/// <param name="Id">What changed; null: several.</param>
public sealed record Change(string Kind, Guid? Id);
