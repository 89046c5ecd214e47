using FsCheck;
using FsCheck.Fluent;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;
using SynthDataGen.Core.Review.Second;

namespace SynthDataGen.Core.Tests.Review;

public sealed class PairProperties
{
    private static readonly Guid[] Clusters = [Guid.CreateVersion7(), Guid.CreateVersion7()];

    private enum Step
    {
        Approve,
        Reject,
        EditQuestion,
        EditAnswer,
        EditEvidence,
        Undo,
    }

    [Fact]
    public void Undoing_all_decisions_restores_the_original_pair() =>
        Prop.ForAll(Gen.Elements(Enum.GetValues<Step>()).ListOf().ToArbitrary(), steps =>
        {
            var pair = NewPair();
            var standing = new Stack<(Decision Made, string Before)>();
            foreach (var (step, number) in steps.Select((step, number) => (step, number)))
            {
                var before = Sketch(pair);
                if (step != Step.Undo)
                {
                    standing.Push((Decide(pair, step, number), before));
                }
                else if (standing.TryPop(out var last))
                {
                    pair.Undo(last.Made, "somebody", At(number));
                    Sketch(pair).ShouldBe(last.Before);
                    last.Made.Undone.ShouldBeTrue();
                }
            }
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void A_flag_raised_later_survives_the_undo()
    {
        var pair = NewPair();
        var edit = Decide(pair, Step.EditAnswer, 1);
        pair.Flags = [.. pair.Flags, PairFlags.Stale];
        pair.Undo(edit, "somebody", At(2));
        pair.Flags.ShouldBe([PairFlags.TooShort, PairFlags.Stale]);
    }

    private static Decision Decide(Pair pair, Step step, int number)
    {
        var edited = new PairContent(pair.Status, Flags: number % 2 == 0 ? [PairFlags.Duplicate] : []) { ClusterId = number % 2 == 0 ? Clusters[number % Clusters.Length] : null };
        return step switch
        {
            Step.Approve => pair.Decide(Verdict.Approve, "somebody", At(number)),
            Step.Reject => pair.Decide(Verdict.Reject($"reason {number}"), "somebody", At(number)),
            Step.EditQuestion => pair.Decide(Verdict.Edit(edited with { Question = $"question {number}?" }), "somebody", At(number)),
            Step.EditAnswer => pair.Decide(Verdict.Edit(edited with { Answer = $"answer {number}" }), "somebody", At(number)),
            _ => pair.Decide(Verdict.Edit(edited with { Evidence = [new($"quote {number}", number, number + 1, 1, EvidenceMatch.Exact)] }), "somebody", At(number)),
        };
    }

    private static string Sketch(Pair pair) => string.Join(
        " | ", [pair.Question, pair.Answer, .. pair.Evidence.Select(e => e.ToString()), .. pair.Flags, $"{pair.ClusterId}", pair.Status.ToString()]);

    private static DateTimeOffset At(int number) => DateTimeOffset.UnixEpoch.AddMinutes(number);

    private static Pair NewPair() => new()
    {
        Id = Guid.CreateVersion7(),
        Question = "question?",
        Answer = "answer",
        Evidence = [new("quote", 0, 5, 1, EvidenceMatch.Near)],
        Flags = [PairFlags.TooShort],
        QuestionType = QuestionTypes.Factual,
        GeneratorName = "generator",
        Model = "model",
        Template = "template",
        TemplateVersion = "1",
    };
}
