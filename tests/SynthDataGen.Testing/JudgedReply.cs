using System.Text.Json;

namespace SynthDataGen.Testing;

/// <summary>What a model would say that judges every pair alike.</summary>
public static class JudgedReply
{
    /// <summary>Judgements of as many pairs: 5 and no fault, or 2 and every fault.</summary>
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
