using System.Text.RegularExpressions;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Checks;

/// <summary>
/// Finds phrases in four languages that need the source text: "according to the passage", "the section above"; but not "in the context of
/// backups".
/// </summary>
internal static partial class ContextReferences
{
    /// <summary>Words that mean a text and little else.</summary>
    private const string Text = "(passage|text|excerpt|extract|snippet|paragraph)";

    /// <summary>Words for the parts of a text, which have other meanings too.</summary>
    private const string Part = "(context|documents?|sections?|chapters?|articles?|tables?|figures?|authors?|writer|source|lists?|examples?|information|content)";

    private const string Given = "(given|provided|above|following|preceding|previous|present|current|source|supplied)";
    private const string Says = "(says?|states?|mentions?|describes?|explains?|discuss(es)?|suggests?|defines?|lists?|gives?|tells?|offers?|provides?|recommends?|names?|argues?|concludes?)";

    public static bool In(PairDraft pair) => In(pair.Question) || In(pair.Answer);

    private static bool In(string text) => IsEnglish(text) || German().IsMatch(text) || French().IsMatch(text) || Spanish().IsMatch(text);

    private static bool IsEnglish(string text) => Sourced().IsMatch(text) || Bare().IsMatch(text) || Placed().IsMatch(text) || Speaking().IsMatch(text);

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

    /// <summary>"laut dem Text", "im obigen Abschnitt"; but not "im Kontext der Elternzeit".</summary>
    [GeneratedRegex(
        @"\b(laut|gemäß|nach|entsprechend) (dem|des|der|diesem|dieser) ((obigen|vorliegenden|gegebenen|folgenden|genannten) )?(text|textes|abschnitt|absatz|auszug|passage|textstelle|dokument|kontext|tabelle|abbildung)\b(?! (de[rs]|von|für)\b)" +
        @"|\b(im|in diesem|aus dem|in dem) ((obigen|vorliegenden|gegebenen|folgenden|vorherigen) )?(text|auszug|textabschnitt|absatz)\b(?! (de[rs]|von)\b)" +
        @"|\b(obige|vorstehende|nachstehende|folgende|vorherige|vorangehende|vorliegende|gegebene)[nrms]? (text|abschnitt|absatz|auszug|kapitel|dokument|kontext|tabelle|abbildung|liste|passage)e?[sn]?\b" +
        @"|\bdiese[mrs]? (text|abschnitt|absatz|auszug|kapitel|dokument|tabelle|abbildung|passage|textstelle)e?s?\b" +
        @"|\b(sagt|beschreibt|erwähnt|nennt|zeigt|erklärt|behandelt|steht in) (der|die|das|dem) (text|abschnitt|absatz|auszug|passage|dokument|autor|verfasser|tabelle|abbildung)\b" +
        @"|\b(der|die|das) (text|abschnitt|auszug|passage|autor) (sagt|beschreibt|erwähnt|nennt|zeigt|erklärt|behandelt)\b" +
        @"|\b(oben|unten|hier|zuvor|vorstehend) (genannt|erwähnt|beschrieben|aufgeführt|gezeigt|dargestellt|stehend)\w*" +
        @"|\b(tabelle|abbildung|abb\.) \d+",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    internal static partial Regex German();

    /// <summary>"selon le texte", "la section ci-dessus"; but not "dans le contexte d'une grève".</summary>
    [GeneratedRegex(
        @"\b(selon|d['’]après|suivant|d['’]apres) (le|la|ce|cet|cette|l['’]) ?(texte|passage|extrait|document|section|paragraphe|contexte|tableau|figure|chapitre|auteur)\b(?! (de|du|des|d['’]))" +
        @"|\bdans (le|ce|cet|cette|la|l['’]) ?(texte|passage|extrait|paragraphe)\b(?! (de|du|des|d['’]))" +
        @"|\b(texte|passage|extrait|document|section|paragraphe|tableau|figure|chapitre|liste|informations?) (ci-dessus|ci-dessous|ci-après|précédente?|suivante?|fournie?s?|donnée?s?)\b" +
        @"|\b(mentionn|décri|indiqu|cit|présent|list)\w* (ci-dessus|ci-dessous|plus haut|ici)\b" +
        @"|\b(ce|cet|cette|ces) (textes?|passages?|extraits?|sections?|paragraphes?|documents?|tableaux?|figures?|chapitres?)\b" +
        @"|\b(le texte|le passage|l['’]extrait|l['’]auteur|le document|la section) (dit|décrit|mentionne|explique|indique|précise|présente)\b|\b(dit|décrit|mentionne|explique|indique|présente) (le texte|le passage|l['’]extrait|l['’]auteur)\b" +
        @"|\b(tableau|figure) \d+",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    internal static partial Regex French();

    /// <summary>"según el texto", "el párrafo anterior"; but not "el texto de las señales".</summary>
    [GeneratedRegex(
        @"\b(según|de acuerdo con|conforme a|con base en) (el|la|este|esta|dicho|dicha) (texto|pasaje|fragmento|extracto|documento|párrafo|sección|capítulo|tabla|figura|contexto|autor)\b(?! del?\b)" +
        @"|\ben (el|este|dicho) (texto|pasaje|fragmento|extracto|párrafo)\b(?! del?\b)" +
        @"|\b(texto|pasaje|fragmento|documento|párrafo|sección|capítulo|apartado|tabla|figura|lista|información) (anterior|siguiente|precedente|de arriba|de abajo|proporcionad[oa]|dad[oa])\b" +
        @"|\b(est[ae]|dich[oa]) (texto|pasaje|fragmento|extracto|documento|párrafo|sección|capítulo|tabla|figura)\b" +
        @"|\b(mencionad|descrit|indicad|citad|mostrad)[oa]s? (anteriormente|arriba|abajo|aquí)\b" +
        @"|\bel (texto|pasaje|fragmento|autor|documento) (dice|menciona|describe|explica|indica|señala)\b|\b(dice|menciona|describe|explica|indica|señala) el (texto|pasaje|fragmento|autor)\b" +
        @"|\b(tabla|figura) \d+",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    internal static partial Regex Spanish();
}
