using Microsoft.Playwright;
using SynthDataGen.Client.Review;
using SynthDataGen.EndToEnd.Stack;

namespace SynthDataGen.EndToEnd.Pages;

/// <summary>The list of pairs.</summary>
public sealed class ReviewPage(Visit visit)
{
    public ILocator Rows => visit.Page.GetByTestId("pair-row");

    /// <summary>The row of this pair, by its answer.</summary>
    public ILocator Row(Pair pair) => Rows.Filter(new() { HasText = pair.Answer }).Filter(new() { HasText = pair.Question });

    public Task GoAsync() => visit.GoAsync("/review");

    public Task StartAsync() => visit.Page.GetByTestId("review-start").ClickAsync();
}
