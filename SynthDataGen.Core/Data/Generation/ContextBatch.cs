namespace SynthDataGen.Core.Data.Generation;

/// <summary>Some contexts of a run that one job asks for: those with these ordinals.</summary>
public sealed record ContextBatch(Guid RunId, int First, int Last)
{
    /// <summary>Contexts per job: few enough that a lost job repeats little, enough that scheduling costs little.</summary>
    public const int Size = 16;

    /// <summary>Batches that cover the given ordinals, which are in order.</summary>
    public static IEnumerable<ContextBatch> Of(Guid runId, IEnumerable<int> ordinals) =>
        ordinals.Chunk(Size).Select(chunk => new ContextBatch(runId, chunk[0], chunk[^1]));

    public static ContextBatch Parse(string text)
    {
        var parts = text.Split(':');
        return new(Guid.Parse(parts[0]), int.Parse(parts[1]), int.Parse(parts[2]));
    }

    public override string ToString() => $"{RunId}:{First}:{Last}";
}
