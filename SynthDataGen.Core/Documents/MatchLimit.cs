namespace SynthDataGen.Core.Documents;

/// <summary>How long a pattern may look through a text that others wrote.</summary>
internal static class MatchLimit
{
    /// <summary>
    /// In milliseconds. It is counted on the clock: so wide that a machine which has too much to do is not taken for a text that was made to
    /// keep a pattern busy. What takes that long by itself no pattern here does, as the tests with such texts show.
    /// </summary>
    public const int Milliseconds = 20_000;
}
