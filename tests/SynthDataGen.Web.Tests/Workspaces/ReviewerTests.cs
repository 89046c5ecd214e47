using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SynthDataGen.Client.Workspaces;
using SynthDataGen.Web.Documents;
using SynthDataGen.Web.Generation;
using SynthDataGen.Web.Shell;
using SynthDataGen.Web.Workspaces;
using RouteData = Microsoft.AspNetCore.Components.RouteData;

namespace SynthDataGen.Web.Tests.Workspaces;

/// <summary>A reviewer sees everything, but no button that the Api would refuse.</summary>
public sealed class ReviewerTests : WebTest
{
    private protected override May May => new(Roles.Reviewer);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Services.AddSingleton<IConfiguration>(new ConfigurationManager());
        Services.AddSingleton(new WebOptions());
    }

    [Fact]
    public async Task Reviewers_can_read_documents()
    {
        var page = Render<DocumentsPage>();
        await FindAsync(page, Id("document-row"));
        page.FindAll("#upload-input").ShouldBeEmpty();
        ButtonsOf(page).ShouldNotContain(text => text.Contains("Sync") || text.Contains("Generate") || text.Contains("Delete") || text.Contains("Retry"));
    }

    [Fact]
    public async Task Reviewers_can_see_runs()
    {
        var page = Render<GenerationPage>();
        await FindAsync(page, Id("run-row"));
        page.FindAll(Id("new-run")).ShouldBeEmpty();
        ButtonsOf(page).ShouldNotContain(text => text.Contains("Cancel") || text.Contains("Resume"));
    }

    [Fact]
    public async Task Reviewers_can_see_members()
    {
        var page = Render<MembersPage>();
        await FindAsync(page, Id("member-row"));
        page.FindAll("#new-member").ShouldBeEmpty();
        ButtonsOf(page).ShouldBeEmpty();
        page.FindAll("nav.tabs a").Select(tab => tab.TextContent).ShouldBe(["Members", "Keys", "You"]);
    }

    [Theory]
    [InlineData(typeof(Settings), "administrators")]
    [InlineData(typeof(GeneratorsPage), "editors and administrators")]
    public async Task A_page_without_permission_says_who_has_it(Type address, string who)
    {
        var page = Render<RoleGate>(gate => gate.Add(one => one.Route, new RouteData(address, new Dictionary<string, object?>())));
        var told = await FindAsync(page, Id("role-needed"));
        told.TextContent.ShouldContain($"This page is for {who}");
        told.TextContent.ShouldContain("You are a reviewer in this workspace");
    }

    [Fact]
    public async Task The_rail_says_who_they_are()
    {
        Address.NavigateTo("/settings/keys");
        var rail = Render<Rail>();
        (await FindAsync(rail, Id("person"))).GetAttribute("title").ShouldBe("admin, reviewer in this workspace");
        rail.FindAll("a[href='/settings']").ShouldBeEmpty();
        rail.Find("a.active").GetAttribute("href").ShouldBe("/settings/members");
        rail.FindAll(".more").ShouldBeEmpty();
    }

    private static IEnumerable<string> ButtonsOf<T>(IRenderedComponent<T> page)
        where T : IComponent => page.FindAll("button").Select(button => button.TextContent.Trim());
}
