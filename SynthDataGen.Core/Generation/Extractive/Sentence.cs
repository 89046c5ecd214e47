using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Generation.Extractive;

/// <summary>A sentence of the source.</summary>
/// <param name="Source">The exact text with its line breaks, which is quoted.</param>
/// <param name="Text">On one line; the answer.</param>
/// <param name="Inner">As written inside another sentence; questions are made of it.</param>
internal sealed partial record Sentence(string Source, string Text, string Inner)
{
    private const int MinWords = 7;
    private const int MaxWords = 48;

    /// <summary>Whether it makes sense without its neighbours.</summary>
    public bool IsStandalone()
    {
        var words = Text.Count(c => c == ' ') + 1;
        return words is >= MinWords and <= MaxWords
            && Whole().IsMatch(Text)
            && !LeansBack(Text)
            && !Points().IsMatch(Text)
            && !SpeaksInFirstPerson().IsMatch(Text)
            && Text.Count(c => c == '(') == Text.Count(c => c == ')')
            && Text.Count(c => c is '"' or '“' or '”') % 2 == 0
            && Text.Count(char.IsLetter) > Text.Length * 0.68;
    }

    /// <summary>"Most …" leans back, "Most of the …" does not.</summary>
    private static bool LeansBack(string text) => BackWord().Match(text) is { Success: true } word && !text.AsSpan(word.Length).StartsWith(" of the", StringComparison.Ordinal);

    /// <summary>From a capital letter to a full stop.</summary>
    [GeneratedRegex(@"^\p{Lu}.*[^.]\.$", RegexOptions.NonBacktracking)]
    private static partial Regex Whole();

    /// <summary>A first word that refers to the sentence before.</summary>
    [GeneratedRegex(
        @"^(?:It|Its|This|That|These|Those|They|Their|Them|He|She|His|Her|There|Here|Such|Thus|However|Therefore|Furthermore|Also|Moreover|But|And|Or|So|Then|Otherwise|Instead|Another|Both|Either|Neither|Similarly|Finally|Firstly|Secondly|First|Second|Third|Next|Last|Lastly|Alternatively|Additionally|Nevertheless|Nonetheless|Conversely|Again|Likewise|Hence|Consequently|Accordingly|Meanwhile|Besides|Still|Yet|Except|See|Note|Please|Other|Others|Some|Most|Many|Few|Several|What|Which|Who|Why|How|Because|Since|Although|Though|While|Whereas|Depending|Doing|Using|Unfortunately|Generally|Usually|Sometimes|Often|Typically|Normally|Currently|Previously|Recently|Now|Today|Let|Perhaps|Maybe|Of course|For|In|As|With|At|On|From|By|Under|Among|Within|Not)\b",
        RegexOptions.NonBacktracking)]
    private static partial Regex BackWord();

    /// <summary>Words that point back or to another part of the document.</summary>
    [GeneratedRegex(
        @"\b(?:this|these|those|above|below|following|aforementioned|latter|former|previously|earlier|later|the next|hereby|herein|thereof|such|same|as (?:described|explained|mentioned|noted|discussed|shown)|see|refer to|chapter|appendix|section \d|footnote|figure|table \d|example|likewise|however|therefore|too|again|instead|a certain|the (?:two|three|four|five|six) \p{Ll}+s)\b|\[\d+\]|[{}<>]|\.\d* \p{Lu}\p{Ll}+ |\bas follows\b|\bin (?:that|which) case\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Points();

    [GeneratedRegex(@"\b(?:I|we|We|our|Our|us|me|my)\b|\bI'", RegexOptions.NonBacktracking)]
    private static partial Regex SpeaksInFirstPerson();
}
