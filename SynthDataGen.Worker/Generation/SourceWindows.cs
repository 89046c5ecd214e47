using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Replies;

namespace SynthDataGen.Worker.Generation;

/// <summary>Cuts contexts out of their documents' texts.</summary>
internal static class SourceWindows
{
    /// <summary>What a context shows, and the request for so many pairs that it makes.</summary>
    public static (SourceWindow Window, GenerationRequest Request) Show(this SourceText source, RunItem item, RecipeSettings recipe, int pairs)
    {
        var window = new SourceWindow(source.Text.Text, item.Start, item.End, offset => PageSpans.At(source.Text.Pages, offset), item.Header);
        return (window, new(window.Shown, item.HeadingPath, source.DocumentKey, recipe, pairs));
    }
}
