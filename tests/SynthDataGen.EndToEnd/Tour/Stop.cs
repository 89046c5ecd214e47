using SynthDataGen.EndToEnd.Stack;

namespace SynthDataGen.EndToEnd.Tour;

/// <summary>A page, or a state of it, that a person sees.</summary>
/// <param name="Name">As its picture is called.</param>
/// <param name="Route">What the page's @page says.</param>
/// <param name="GoAsync">Brings it up, and waits until it stands.</param>
/// <param name="SignedIn">False: it is seen before signing in.</param>
public sealed record Stop(string Name, string Route, Func<Visit, Sights, Task> GoAsync, bool SignedIn = true);
