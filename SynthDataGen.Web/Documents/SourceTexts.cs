using SynthDataGen.Client;
using SynthDataGen.Client.Documents;

namespace SynthDataGen.Web.Documents;

/// <summary>Source texts, fetched once per revision; the last few used are kept.</summary>
public sealed class SourceTexts
{
    private const int Kept = 6;
    private readonly LinkedList<(Guid Revision, Task<DocumentText> Text)> texts = new();

    /// <summary>The text, immediately if it was fetched before. A failed fetch is tried again.</summary>
    public Task<DocumentText> GetAsync(WorkspaceClient workspace, Guid documentId, Guid revisionId, CancellationToken cancellationToken)
    {
        lock (texts)
        {
            for (var node = texts.First; node is not null; node = node.Next)
            {
                if (node.Value.Revision != revisionId)
                {
                    continue;
                }

                texts.Remove(node);
                if (node.Value.Text is { IsFaulted: false, IsCanceled: false })
                {
                    texts.AddFirst(node);
                    return node.Value.Text.WaitAsync(cancellationToken);
                }

                break;
            }

            var text = workspace.Documents.GetTextAsync(documentId, revisionId, CancellationToken.None); // Others may wait for it too.
            texts.AddFirst((revisionId, text));
            if (texts.Count > Kept)
            {
                texts.RemoveLast();
            }

            return text.WaitAsync(cancellationToken);
        }
    }
}
