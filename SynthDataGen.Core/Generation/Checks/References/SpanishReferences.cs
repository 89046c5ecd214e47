using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Generation.Checks.References;

/// <summary>Spanish phrases that need the text: "según el texto", "el párrafo anterior"; but not "el texto de las señales".</summary>
internal static partial class SpanishReferences
{
    public static bool In(string text) => Phrase().IsMatch(text);

    [GeneratedRegex(
        @"\b(según|de acuerdo con|conforme a|con base en) (el|la|este|esta|dicho|dicha) (texto|pasaje|fragmento|extracto|documento|párrafo|sección|capítulo|tabla|figura|contexto|autor)\b(?! del?\b)" +
        @"|\ben (el|este|dicho) (texto|pasaje|fragmento|extracto|párrafo)\b(?! del?\b)" +
        @"|\b(texto|pasaje|fragmento|documento|párrafo|sección|capítulo|apartado|tabla|figura|lista|información) (anterior|siguiente|precedente|de arriba|de abajo|proporcionad[oa]|dad[oa])\b" +
        @"|\b(est[ae]|dich[oa]) (texto|pasaje|fragmento|extracto|documento|párrafo|sección|capítulo|tabla|figura)\b" +
        @"|\b(mencionad|descrit|indicad|citad|mostrad)[oa]s? (anteriormente|arriba|abajo|aquí)\b" +
        @"|\bel (texto|pasaje|fragmento|autor|documento) (dice|menciona|describe|explica|indica|señala)\b|\b(dice|menciona|describe|explica|indica|señala) el (texto|pasaje|fragmento|autor)\b" +
        @"|\b(tabla|figura) \d+",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Phrase();
}
