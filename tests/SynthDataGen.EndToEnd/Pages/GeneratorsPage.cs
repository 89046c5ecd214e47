using Microsoft.Playwright;
using SynthDataGen.EndToEnd.Stack;

namespace SynthDataGen.EndToEnd.Pages;

/// <summary>The generators, and the form that adds one.</summary>
public sealed class GeneratorsPage(Visit visit)
{
    public Task GoAsync() => visit.GoAsync("/generation/generators");

    public ILocator Row(string name) => visit.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = name });

    public async Task AddAsync(string name, Uri address, string model, string key)
    {
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add generator" }).ClickAsync();
        await FillAsync("Name", name);
        await FillAsync("Address", address.AbsoluteUri);
        await FillAsync("Model", model);
        await FillAsync("Key", key);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(Row(name)).ToBeVisibleAsync();
    }

    /// <summary>Presses Test and returns the result.</summary>
    public async Task<ILocator> TestAsync(string name)
    {
        await Row(name).GetByRole(AriaRole.Button, new() { Name = "Test" }).ClickAsync();
        return Row(name).GetByRole(AriaRole.Status);
    }

    private Task FillAsync(string label, string text) => visit.Page.GetByLabel(label, new() { Exact = true }).FillAsync(text);
}
