using System.Text.Json;

namespace SynthDataGen.Testing;

/// <summary>The reply of a model that judges all pairs alike.</summary>
public static class JudgedReply
{
    /// <summary>Judgements of some pairs: 5 without a fault, or 2 with every fault.</summary>
    public static string For(int pairs, bool fine = true) => JsonSerializer.Serialize(new
    {
        judgements = Enumerable.Range(1, pairs).Select(pair => new
        {
            pair,
            note = fine ? "" : "It leaves the deadline out.",
            answerable = fine,
            complete = fine,
            clear = fine,
            score = fine ? 5 : 2,
        }),
    });
}
