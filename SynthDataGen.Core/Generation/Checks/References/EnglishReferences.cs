using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Generation.Checks.References;

/// <summary>English phrases that need the text: "according to the passage", "the section above"; but not "in the context of backups".</summary>
internal static partial class EnglishReferences
{
    /// <summary>What a text calls itself and little else.</summary>
    private const string Text = "(passage|text|excerpt|extract|snippet|paragraph)";

    /// <summary>What a text calls its parts, and what other things are called too.</summary>
    private const string Part = "(context|documents?|sections?|chapters?|articles?|tables?|figures?|authors?|writer|source|lists?|examples?|information|content)";

    private const string Given = "(given|provided|above|following|preceding|previous|present|current|source|supplied)";
    private const string Says = "(says?|states?|mentions?|describes?|explains?|discuss(es)?|suggests?|defines?|lists?|gives?|tells?|offers?|provides?|recommends?|names?|argues?|concludes?)";

    public static bool In(string text) => Sourced().IsMatch(text) || Bare().IsMatch(text) || Placed().IsMatch(text) || Speaking().IsMatch(text);

    /// <summary>"according to the passage", "mentioned in this document", "referring to the source".</summary>
    [GeneratedRegex(
        @"\b(according to|based on|per|referring to|(stated|described|mentioned|explained|shown|discussed|listed|given|presented|outlined|defined|provided|specified|referred to|noted|named) (in|by)) (the|this|that) " +
        "(" + Given + " )?(" + Part + "|([a-z]+ )?" + Text + @"s?)\b(?! (of|archive|field|file|message)\b)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Sourced();

    /// <summary>"in this excerpt", "from the text", "summarize the passage"; but not "the text field", nor "the passage between the halls".</summary>
    [GeneratedRegex(
        @"\b(in|from|per|by|of|summari[sz]e|about) (the|this) " + Text + @"(?=\s*[?.,;:!]|$| (about|as|for|is|are|was|were|does|do|to|and|or|that|which|who|what|how|when|where|why)\b)" +
        @"|\bin this context\b|\b(the|this) (author|writer)['’]s (words|view|opinion)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Bare();

    /// <summary>"the section above", "the following table", "this chapter", "Figure 3", "the pump discussed here".</summary>
    [GeneratedRegex(
        @"(?<!\b(a|any|each|every|some) )\b(above|following|preceding|previous|provided|given) (" + Part + "|" + Text + @")s?\b|\b(section|chapter|table|figure|list|example|document|information|" + Text + @") (above|below|given|provided)\b(?! (by|to|in)\b)" +
        @"|\b(this|these) (sections?|chapters?|tables?|figures?|documents?|" + Text + @"s?)\b|\b(table|figure|fig\.) \d+" +
        @"|\b(mentioned|described|shown|listed|discussed|stated|given|explained|noted|named) (above|below|here|earlier|previously)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Placed();

    /// <summary>"what does the text say about", "what reason does the writer give".</summary>
    [GeneratedRegex(
        @"\b(the|this) (" + Text + @"|document|section|article|author|writer) ((?!that |which |who )[a-z]+ )?" + Says + @"\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Speaking();
}
