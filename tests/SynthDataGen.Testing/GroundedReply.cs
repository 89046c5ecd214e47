using System.Text.Json;
using System.Text.RegularExpressions;

namespace SynthDataGen.Testing;

/// <summary>The reply of a perfect model: pairs that quote sentences of the prompt's text.</summary>
public static partial class GroundedReply
{
    public static string For(FakeRequest request) => For(request, quote => quote);

    public static string For(FakeRequest request, Func<string, string> quoted)
    {
        var sentences = Sentence().Matches(request.Source).Select(match => match.Value).Distinct()
            .Where(sentence => !request.User.Contains(QuestionOf(sentence), StringComparison.Ordinal)).ToArray(); // Already asked.
        if (sentences.Length == 0)
        {
            sentences = [.. request.Source.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length >= 20).Distinct()];
        }

        var count = Math.Min(request.Pairs, sentences.Length);
        return JsonSerializer.Serialize(new
        {
            pairs = Enumerable.Range(0, count).Select(i => Pair(sentences[i * sentences.Length / count], quoted)),
        });
    }

    private static string QuestionOf(string sentence) =>
        $"What should a reader know about {string.Join(' ', sentence.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Take(4)).TrimEnd('.', ',')}?";

    private static object Pair(string sentence, Func<string, string> quoted) => new
    {
        question = QuestionOf(sentence),
        answer = sentence.ReplaceLineEndings(" "),
        evidence = new[] { quoted(sentence) },
        type = "factual",
        difficulty = "easy",
    };

    [GeneratedRegex(@"(?<![\w,;])\p{Lu}[^.!?]{30,400}[.!?](?=\s|$)")]
    private static partial Regex Sentence();
}
