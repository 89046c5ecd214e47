using Microsoft.Playwright;
using SynthDataGen.EndToEnd.Stack;

namespace SynthDataGen.EndToEnd.Pages;

/// <summary>The list of pairs.</summary>
public sealed class ReviewPage(Visit visit)
{
    public ILocator Rows => visit.Page.GetByTestId("pair-row");

    public Task GoAsync() => visit.GoAsync("/review");

    public Task StartAsync() => visit.Page.GetByTestId("review-start").ClickAsync();
}
