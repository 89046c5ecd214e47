using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Generation.Checks.References;

/// <summary>French phrases that need the text: "selon le texte", "la section ci-dessus"; but not "dans le contexte d'une grève".</summary>
internal static partial class FrenchReferences
{
    public static bool In(string text) => Phrase().IsMatch(text);

    [GeneratedRegex(
        @"\b(selon|d['’]après|suivant|d['’]apres) (le|la|ce|cet|cette|l['’]) ?(texte|passage|extrait|document|section|paragraphe|contexte|tableau|figure|chapitre|auteur)\b(?! (de|du|des|d['’]))" +
        @"|\bdans (le|ce|cet|cette|la|l['’]) ?(texte|passage|extrait|paragraphe)\b(?! (de|du|des|d['’]))" +
        @"|\b(texte|passage|extrait|document|section|paragraphe|tableau|figure|chapitre|liste|informations?) (ci-dessus|ci-dessous|ci-après|précédente?|suivante?|fournie?s?|donnée?s?)\b" +
        @"|\b(mentionn|décri|indiqu|cit|présent|list)\w* (ci-dessus|ci-dessous|plus haut|ici)\b" +
        @"|\b(ce|cet|cette|ces) (textes?|passages?|extraits?|sections?|paragraphes?|documents?|tableaux?|figures?|chapitres?)\b" +
        @"|\b(le texte|le passage|l['’]extrait|l['’]auteur|le document|la section) (dit|décrit|mentionne|explique|indique|précise|présente)\b|\b(dit|décrit|mentionne|explique|indique|présente) (le texte|le passage|l['’]extrait|l['’]auteur)\b" +
        @"|\b(tableau|figure) \d+",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Phrase();
}
