using SynthDataGen.EndToEnd.Stack;

namespace SynthDataGen.EndToEnd.Tour;

/// <summary>A page, or a state of it, that a person sees.</summary>
/// <param name="Name">The name of its picture.</param>
/// <param name="Route">The page's @page route.</param>
/// <param name="GoAsync">Opens it, and waits until it is complete.</param>
/// <param name="SignedIn">Whether it needs a signed-in person.</param>
public sealed record Stop(string Name, string Route, Func<Visit, Sights, Task> GoAsync, bool SignedIn = true);
