using FsCheck;
using FsCheck.Fluent;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Tests.Export.Formats;

/// <summary>Pairs of texts that nobody would write by hand, each with a context and evidence in that context.</summary>
internal static class HostilePairs
{
    private static readonly string[] Pieces =
    [
        "a", "B", "ß", " ", "\"", "'", "\\", "/", ",", ";", "\n", "\r", "\r\n", "\t", "\0", "\u001f", "\u007f", "\u0085", "\u00A0", "\u2028", "\u2029",
        "\v", "\f", "\u202E", "\u200F", "\uFEFF", "\uFFFE", "لا", "\U0001F469\u200D\U0001F680", "\U00020000", "\uD83D", "\uDE00", "=1+1", "+", "-", "@", "＝", "<", "&",
        "</script>", "{", "]", "%s", "NULL", "---",
    ];

    public static Gen<string> Text { get; } = Gen.Elements(Pieces).ListOf().Select(string.Concat);

    public static Gen<ExportedPair> Pair { get; } =
        from question in Text
        from answer in Text
        from words in Text.ListOf(4)
        from context in Text.Select(text => text + "The notice period is three months.")
        from cut in Gen.Choose(0, int.MaxValue).Two()
        from choice in Gen.Choose(0, int.MaxValue)
        select Of(question, answer, words, context, cut, choice);

    private static ExportedPair Of(string question, string answer, List<string> words, string context, (int From, int To) cut, int choice)
    {
        const int Before = 1_000;
        var (one, other) = (cut.From % context.Length, cut.To % context.Length);
        var (start, end) = (Math.Min(one, other), Math.Max(one, other) + 1);
        var quote = context[start..end];
        return SamplePairs.Full with
        {
            Id = Guid.CreateVersion7(),
            Context = choice % 3,
            Question = question,
            Answer = choice % 5 == 0 ? quote : answer,
            OriginalAnswer = answer + "!",
            Evidence = choice % 7 == 0 ? [] : [new(quote, Before + start, Before + end, choice % 9, (EvidenceMatch)(choice % 4))],
            QuestionType = choice % 11 == 0 ? QuestionTypes.Unanswerable : QuestionTypes.Factual,
            Status = choice % 2 == 0 ? PairStatus.Approved : PairStatus.Rejected,
            DocumentKey = words[0],
            HeadingPath = [words[1], words[2]],
            Tags = words[3].Length == 0 ? [] : [words[3]],
            ContextTexts = [new(Before, context)],
            RunId = Guid.CreateVersion7(),
            Distractors = [.. words],
        };
    }
}
