namespace SynthDataGen.Core.Generation.Checks.Language;

/// <summary>The small words of some languages, which say little but what language it is.</summary>
internal static class StopWords
{
    public static IReadOnlyDictionary<string, HashSet<string>> ByLanguage { get; } = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal)
    {
        ["English"] = Set(
            """
            a an and are as at be been by can could did do does for from had has have how if in into is it its many may might much must no
            not of on or shall should so such than that the their them then there these they this those to was were what when where which
            who whom whose why will with would yes after before between
            """),
        ["German"] = Set(
            """
            der die das den dem des ein eine einen einem einer eines und oder ist sind war waren wird werden wurde wurden hat haben hatte
            nicht kein keine mit von vom zu zum zur im in an am auf aus bei beim für über unter nach vor um als auch wie was wer wo wann
            warum welche welcher welches welchem wieviel man es sie er wir ihr sich dass wenn so nur noch sein seine seinem ihrer ab bis
            durch gegen ohne sofern kann muss darf soll
            """),
        ["French"] = Set(
            """
            le la les l un une des du de d et ou est sont était sera a ont ne pas plus que qu qui quoi quel quelle quels quelles quand où
            comment pourquoi combien il elle ils elles on nous vous ce cette ces cet son sa ses leur leurs dans en au aux avec sans sous sur
            par pour chez sauf peut doit être avoir avant après moins
            """),
        ["Spanish"] = Set(
            """
            el la los las lo un una unos unas de del al y o u es son era fue será ha han no más que qué quién quiénes cuál cuáles cuándo
            dónde cómo cuánto cuánta cuántos se su sus en con sin por para sobre entre desde hasta este esta estos estas ese esa como si
            pero puede debe hay está están durante
            """),
        ["Italian"] = Set(
            """
            il lo la i gli le un una uno di del della dei delle degli da dal dalla in nel nella su sul con per tra e o è sono era non che chi
            cosa quale quali quando dove come perché quanto si suo sua anche più può deve essere ha hanno
            """),
        ["Portuguese"] = Set(
            """
            o a os as um uma de do da dos das em no na nos nas por pelo pela para com sem sobre e ou é são era foi não que quem qual quais
            quando onde como quanto se seu sua mais pode deve ser ter há este esta isso também
            """),
        ["Dutch"] = Set(
            """
            de het een en of is zijn was waren wordt worden werd heeft hebben niet geen met van voor op in aan bij uit naar door over onder
            tot als ook wat wie waar wanneer waarom welke hoe die dat deze dit er zich kan moet mag
            """),
    };

    /// <summary>Whether a word is small in one of the languages that the checks read.</summary>
    public static bool Contain(string word) => Glue.Contains(word);

    private static HashSet<string> Glue { get; } =
        [.. ByLanguage["English"], .. ByLanguage["German"], .. ByLanguage["French"], .. ByLanguage["Spanish"]];

    private static HashSet<string> Set(string words) => words.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
