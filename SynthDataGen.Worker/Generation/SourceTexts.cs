using SynthDataGen.Core.Data.Generation;

namespace SynthDataGen.Worker.Generation;

/// <summary>Texts that contexts are cut from: each is in memory once, however many batches of it are in hand, and goes with the last of them.</summary>
internal sealed class SourceTexts(GenerationRecords records)
{
    private readonly Dictionary<Guid, WeakReference<Task<SourceText>>> texts = [];
    private readonly Lock gate = new();

    /// <summary>Loads a revision's text, or joins who loads it. It stays in memory while somebody holds on to the task.</summary>
    public Task<SourceText> LoadAsync(Guid revisionId)
    {
        lock (gate)
        {
            if (texts.TryGetValue(revisionId, out var known) && known.TryGetTarget(out var loading) && !loading.IsFaulted)
            {
                return loading;
            }

            foreach (var gone in texts.Where(text => !text.Value.TryGetTarget(out _)).Select(text => text.Key).ToList())
            {
                texts.Remove(gone);
            }

            loading = records.LoadTextAsync(revisionId, CancellationToken.None); // Others may wait for it, whoever hangs up.
            texts[revisionId] = new(loading);
            return loading;
        }
    }
}
