using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SynthDataGen.EndToEnd.Stack;
using SynthDataGen.Testing;

namespace SynthDataGen.EndToEnd.Tour;

/// <summary>axe-core finds nothing serious on any page, light and dark.</summary>
public sealed partial class AccessibilityTests(RunningStack stack) : BrowserTest(stack)
{
    private const string Run = """
        async () => (await axe.run({ exclude: ['#first-paint'] }, { resultTypes: ['violations'] })).violations
            .filter(one => one.impact === 'serious' || one.impact === 'critical')
            .flatMap(one => one.nodes.map(node => `${one.id}: ${node.target.join(' ')} ${node.html.slice(0, 120)} ${node.any[0]?.message ?? ''}`))
        """;

    private static readonly string Axe = Path.Combine(Repository.Tools, "node_modules", "axe-core", "axe.min.js");

    [Fact]
    public void Every_page_is_a_stop_of_the_tour()
    {
        var routes = Directory.EnumerateFiles(Path.Combine(Repository.Root, "SynthDataGen.Web"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => Route().Matches(File.ReadAllText(file)).Select(match => match.Groups["route"].Value)).ToList();

        routes.ShouldNotBeEmpty();
        Stops.All.Select(stop => stop.Route).Distinct().ShouldBe(routes, ignoreOrder: true);
    }

    [Fact]
    public async Task Every_page_is_accessible()
    {
        Assert.SkipUnless(File.Exists(Axe), "axe-core is not in .tools: eng/install.sh fetches it.");
        var rules = await File.ReadAllTextAsync(Axe, Cancel);
        var sights = await Sights.MakeAsync(Stack, $"e2e-{Guid.CreateVersion7():N}", Cancel);
        await using var stranger = await Stack.OpenAsync();
        await using var member = await (await Stack.OpenAsync()).SignedInAsync(sights.Workspace.Name);

        var found = new List<string>();
        foreach (var stop in Stops.All)
        {
            var visit = stop.SignedIn ? member : stranger;
            await stop.GoAsync(visit, sights);
            await visit.Page.EvaluateAsync(rules);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                found.AddRange((await visit.Page.EvaluateAsync<string[]>(Run)).Select(one => $"{stop.Name}, {scheme}: {one}"));
            }
        }

        found.ShouldBeEmpty();
        member.Alarms.Concat(stranger.Alarms).ShouldBeEmpty();
    }

    [GeneratedRegex("^@page \"(?<route>[^\"]+)\"", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Route();
}
