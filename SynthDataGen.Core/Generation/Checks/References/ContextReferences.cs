using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Checks.References;

/// <summary>Finds pairs that only make sense beside the text they came from, in four languages.</summary>
internal static class ContextReferences
{
    public static bool In(PairDraft pair) => In(pair.Question) || In(pair.Answer);

    private static bool In(string text) => EnglishReferences.In(text) || GermanReferences.In(text) || FrenchReferences.In(text) || SpanishReferences.In(text);
}
