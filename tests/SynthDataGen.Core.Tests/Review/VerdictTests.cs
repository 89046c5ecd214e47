using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;
using SynthDataGen.Core.Review.Second;

namespace SynthDataGen.Core.Tests.Review;

public sealed class VerdictTests
{
    private static readonly PairContent Edited = new(PairStatus.Pending, "Why?", "Because.", [new("of it", 3, 8, 1, EvidenceMatch.Exact)]);

    [Fact]
    public void Edits_agree_in_words_and_spans()
    {
        Agrees(Edited).ShouldBeTrue();
        Agrees(Edited with { Evidence = [new("other words", 3, 8, 2, EvidenceMatch.Near)] }).ShouldBeTrue();
        Agrees(Edited with { Answer = "Because!" }).ShouldBeFalse();
        Agrees(Edited with { Question = "Why" }).ShouldBeFalse();
    }

    [Theory]
    [InlineData(2, 8)]
    [InlineData(3, 7)]
    [InlineData(3, 9)]
    public void Edits_with_other_spans_differ(int start, int end) => Agrees(Edited with { Evidence = [new("of it", start, end, 1, EvidenceMatch.Exact)] }).ShouldBeFalse();

    [Fact]
    public void Rejections_agree_whatever_their_reasons() =>
        Verdict.Reject("trivial").Agrees(DecisionOf(Verdict.Reject("wrong"))).ShouldBeTrue();

    private static bool Agrees(PairContent other) => Verdict.Edit(Edited).Agrees(DecisionOf(Verdict.Edit(other)));

    private static Decision DecisionOf(Verdict verdict) => new() { By = "ana", Action = verdict.Action, Before = new(PairStatus.Pending), After = verdict.After };
}
