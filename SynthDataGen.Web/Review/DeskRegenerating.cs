using SynthDataGen.Client.Review;
using SynthDataGen.Web.Review.Editing;
using SynthDataGen.Web.Review.Regenerating;

namespace SynthDataGen.Web.Review;

/// <summary>Asks again for the pair in front, with a remark.</summary>
public sealed partial class DeskPage
{
    private IReadOnlyList<string> remarks = RecentRemarks.Usual;
    private Regenerate? regenerate;
    private IReadOnlyList<Evidence>? candidate;

    private async Task AskAgainAsync()
    {
        (mode, candidate) = (Mode.Regenerating, null);
        remarks = RecentRemarks.From(await memory!.ListRemarksAsync());
    }

    private Task RememberAsync(string remark)
    {
        candidate = null;
        return memory!.KeepRemarkAsync(remark);
    }

    /// <summary>Shows the new answer's evidence in the source.</summary>
    private void ShowCandidate(RegeneratedPair? made) => candidate = made?.Evidence;

    /// <summary>Saves the new pair as an edit. If it is refused, it comes back for editing.</summary>
    private async Task TakeAsync(DeskPair pair, NewDecision decision)
    {
        var words = new KeptWords(decision.Version, decision.Question!, decision.Answer!, [.. decision.Evidence!.Select(span => new[] { span.Start, span.End })]);
        pair.Sent = PairEdit.From(pair.Pair, await TextAsync(pair.Pair), words);
        Decide(pair, decision);
        StateHasChanged();
        await AfterAsync();
    }
}
