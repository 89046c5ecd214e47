using FsCheck;
using FsCheck.Fluent;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;
using SynthDataGen.Core.Review.Second;

namespace SynthDataGen.Core.Tests.Review.Second;

public sealed class PairReviewProperties
{
    private static readonly string[] People = ["ada", "ben", "cleo", "editor"];

    [Fact]
    public void Only_equal_opinions_or_an_adjudication_change_a_pair()
    {
        var decided = 0;
        Prop.ForAll(Gen.Choose(0, (People.Length * 4) - 1).ListOf().ToArbitrary(), steps =>
        {
            var table = new Table();
            foreach (var step in steps)
            {
                table.Do(People[step / 4], step % 4);
                table.Check();
            }

            decided += table.Decided;
        }).Check(Config.QuickThrowOnFailure);
        decided.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_larger_share_includes_the_pairs_of_a_smaller_one()
    {
        var ids = Enumerable.Range(0, 10_000).Select(_ => Guid.CreateVersion7()).ToList();
        var quarter = ids.Where(id => Reviewer.NeedsSecond(id, 25)).ToList();
        quarter.Count.ShouldBeInRange(2_250, 2_750);
        quarter.ShouldAllBe(id => Reviewer.NeedsSecond(id, 40));
        ids.ShouldAllBe(id => Reviewer.NeedsSecond(id, 100) && !Reviewer.NeedsSecond(id, 0));
    }

    /// <summary>People around one pair that needs two decisions, and what they may do by the rules.</summary>
    private sealed class Table
    {
        private readonly Pair pair = NewPair();
        private readonly List<Decision> made = [];
        private SecondReview? second;
        private int minute;

        public int Decided { get; private set; }

        public void Do(string who, int what)
        {
            var reviewer = new Reviewer(who, DateTimeOffset.UnixEpoch.AddMinutes(++minute), 100, who == "editor");
            var review = new PairReview(pair, second, second is { Stage: ReviewStage.Second } ? made.Single(d => d.Id == second.FirstId) : null);
            if (what == 3)
            {
                if (made.FindLast(d => d.Action != DecisionAction.Undo && !d.Undone && review.MayUndo(d, who)) is { } last)
                {
                    made.Add(review.Undo(last, who, reviewer.At));
                }
            }
            else if (review.MayDecide(reviewer))
            {
                made.Add(review.Decide(VerdictOf(what), reviewer));
            }

            second = review.Second;
        }

        /// <summary>Recounts from the history alone what stands.</summary>
        public void Check()
        {
            var opinions = made.Where(d => d is { Opinion: true, Undone: false, Action: not DecisionAction.Undo }).ToList();
            var standing = made.FindLast(d => d is { Opinion: false, Undone: false, Action: not DecisionAction.Undo });
            opinions.Select(d => d.By).ShouldBeUnique();
            opinions.Count.ShouldBeLessThanOrEqualTo(2);
            pair.Status.ShouldBe(standing?.After.Status ?? PairStatus.Pending);
            (pair.Question == "question?").ShouldBe(standing?.Action != DecisionAction.Edit && made.Where(d => !d.Undone && !d.Opinion).All(d => d.Action != DecisionAction.Edit));
            if (standing is null)
            {
                (second?.Stage).ShouldBe(opinions.Count switch { 0 => null, 1 => ReviewStage.Second, _ => ReviewStage.Adjudication });
                return;
            }

            var first = made.Find(d => d is { Opinion: false, Undone: false, Action: not DecisionAction.Undo })!;
            (opinions.Count == 2 || (opinions.Count == 1 && opinions[0].Action == first.Action && opinions[0].By != first.By)).ShouldBeTrue();
            second!.Stage.ShouldBe(ReviewStage.Settled);
            Decided++;
        }

        private static Verdict VerdictOf(int what) => what switch
        {
            0 => Verdict.Approve,
            1 => Verdict.Reject("wrong"),
            _ => Verdict.Edit(new(PairStatus.Pending, "edited?", "answer", [])),
        };

        private static Pair NewPair() => new()
        {
            Id = Guid.CreateVersion7(),
            Question = "question?",
            Answer = "answer",
            QuestionType = QuestionTypes.Factual,
            GeneratorName = "generator",
            Model = "model",
            Template = "template",
            TemplateVersion = "1",
        };
    }
}
