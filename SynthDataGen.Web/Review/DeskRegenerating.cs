using SynthDataGen.Client.Review;
using SynthDataGen.Web.Review.Editing;
using SynthDataGen.Web.Review.Regenerating;

namespace SynthDataGen.Web.Review;

/// <summary>Asking for the pair in front anew, with a remark.</summary>
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

    /// <summary>The source shows the words that support the new answer.</summary>
    private void ShowCandidate(RegeneratedPair? made) => candidate = made?.Evidence;

    /// <summary>Makes the edit. Refused, it comes back as words to edit.</summary>
    private async Task TakeAsync(DeskPair pair, NewDecision decision)
    {
        var words = new KeptWords(decision.Version, decision.Question!, decision.Answer!, [.. decision.Evidence!.Select(span => new[] { span.Start, span.End })]);
        pair.Sent = PairEdit.From(pair.Pair, await TextAsync(pair.Pair), words);
        Decide(pair, decision);
        StateHasChanged();
        await AfterAsync();
    }
}
