using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Generation.Checks.References;

/// <summary>German phrases that need the text: "laut dem Text", "im obigen Abschnitt"; but not "im Kontext der Elternzeit".</summary>
internal static partial class GermanReferences
{
    public static bool In(string text) => Phrase().IsMatch(text);

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
    private static partial Regex Phrase();
}
