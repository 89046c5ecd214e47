using System.Globalization;

namespace SynthDataGen.Core.Data.Generation;

/// <summary>Some contexts of a run that one job asks about: those with these ordinals, unless the run has been resumed since.</summary>
public sealed record ContextBatch(Guid RunId, int Resumptions, int First, int Last)
{
    /// <summary>Batches of a large run: enough for many workers, and for other contexts to be asked about while some wait for their endpoint.</summary>
    private const int Batches = 64;
    private const int MinSize = 8;
    private const int MaxSize = 64;

    /// <summary>Batches that cover the given sorted ordinals.</summary>
    public static IEnumerable<ContextBatch> Of(Guid runId, int resumptions, IReadOnlyCollection<int> ordinals)
    {
        ArgumentNullException.ThrowIfNull(ordinals);
        var size = Math.Clamp(ordinals.Count / Batches, MinSize, MaxSize);
        return ordinals.Chunk(size).Select(chunk => new ContextBatch(runId, resumptions, chunk[0], chunk[^1]));
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text is no batch.</exception>
    public static ContextBatch Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(':');
        var numbers = parts[1..].Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return numbers switch
        {
            [var resumptions, var first, var last] => new(Guid.Parse(parts[0]), resumptions, first, last),

            // Written before runs counted their resumptions.
            [var first, var last] => new(Guid.Parse(parts[0]), 0, first, last),
            _ => throw new FormatException($"\"{text}\" is no batch of contexts."),
        };
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{RunId}:{Resumptions}:{First}:{Last}");
}
