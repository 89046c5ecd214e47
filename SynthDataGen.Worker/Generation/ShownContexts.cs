using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Replies;

namespace SynthDataGen.Worker.Generation;

/// <summary>Cuts contexts out of their documents' texts.</summary>
internal static class ShownContexts
{
    /// <summary>What a context shows, and the request for so many pairs that it makes.</summary>
    public static (ShownText Shown, GenerationRequest Request) Show(this SourceText source, RunItem item, RecipeSettings recipe, int pairs)
    {
        var shown = ShownText.Of(source.Text, item.ToSpan());
        return (shown, new(shown.Text, shown.HeadingPath, source.DocumentKey, recipe, pairs) { Places = shown.Places });
    }
}
