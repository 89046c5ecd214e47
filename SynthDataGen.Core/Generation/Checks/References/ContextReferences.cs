using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Generation.Checks.References;

/// <summary>Finds pairs that only make sense beside the text they came from: "according to the passage", "in the section above". English; others are beside it.</summary>
internal static partial class ContextReferences
{
    public static bool In(PairDraft pair) => In(pair.Question) || In(pair.Answer);

    private static bool In(string text) =>
        Sourced().IsMatch(text) || Bare().IsMatch(text) || Placed().IsMatch(text) || Verb().IsMatch(text)
        || GermanReferences.In(text) || FrenchReferences.In(text) || SpanishReferences.In(text);

    /// <summary>"according to the passage", "mentioned in this document".</summary>
    [GeneratedRegex(
        @"\b(according to|based on|(stated|described|mentioned|explained|shown|discussed|listed|given|presented|outlined|defined|provided|specified|referred to) (in|by)) (the|this|that) ((given|provided|above|following|preceding|present|current|source|supplied) )?(passage|text|excerpt|context|paragraph|snippet|extract|authors?|document|section|chapter|table|figure)\b(?! (of|archive|field)\b)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Sourced();

    /// <summary>"in this excerpt", "from the text"; but not "in the context of backups", nor "in the text field".</summary>
    [GeneratedRegex(
        @"\b(in|from|per|by|of) (the|this) (passage|excerpt|snippet|extract)\b|\b(in|from|per|of) (the|this) text(?=\s*[?.,;:]|$| (about|as|for|is|are|was|were|does|do|to|and|or|that|which|who|what|how|when|where|why)\b)|\bin this context\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Bare();

    /// <summary>"the section above", "the following table", "this chapter", "Figure 3".</summary>
    [GeneratedRegex(
        @"\b(above|following|preceding|previous|below|provided|given) (section|chapter|table|figure|list|example|document|information|content|passage|text|excerpt|context|paragraph)s?\b|\b(section|chapter|table|figure|list|example|document|information|paragraph|text|passage) (above|below)\b|\b(this|these) (sections?|chapters?|tables?|figures?|documents?|excerpts?|passages?|paragraphs?)\b|\b(table|figure|fig\.) \d+|\b(mentioned|described|shown|listed|discussed|stated|given|explained) (above|below|here|earlier|previously)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Placed();

    /// <summary>"what does the text say about".</summary>
    [GeneratedRegex(
        @"\b(the|this) (passage|text|excerpt|extract|snippet|document|paragraph|section|author) (says?|states?|mentions?|describes?|explains?|discuss(es)?|suggests?|defines?|lists?)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Verb();
}
