using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using SynthDataGen.Web.Shell;
using SynthDataGen.Web.Tests.CannedApi;
using SynthDataGen.Web.Tests.Review;
using SynthDataGen.Web.Workspaces;

namespace SynthDataGen.Web.Tests.Shell;

public sealed class SignedInBoundaryTests : WebTest
{
    [Fact]
    public async Task A_member_sees_the_pages()
    {
        var boundary = RenderIn("default");
        await EventuallyAsync(boundary, () => boundary.Markup.ShouldContain("the pages"));
    }

    [Fact]
    public async Task A_non_member_is_offered_other_workspaces()
    {
        var boundary = RenderIn("gone");
        (await FindAsync(boundary, "a[href='/workspaces/default/enter']")).TextContent.ShouldNotBeEmpty();
        boundary.Markup.ShouldContain("You are not a member of this workspace");
        boundary.Markup.ShouldNotContain("the pages");
    }

    [Fact]
    public async Task An_absent_api_is_tried_again()
    {
        Services.AddSingleton<TimeProvider>(new SteppedTime());
        Api.Break("/me", 503, "The store is away.");
        var boundary = RenderIn("default");
        (await FindAsync(boundary, "[role=alert]")).TextContent.ShouldContain("The store is away.");
        Api.Mend();
        await ClickAsync(boundary, "button", "Try again");
        await EventuallyAsync(boundary, () => boundary.Markup.ShouldContain("the pages"));
    }

    private IRenderedComponent<SignedInBoundary> RenderIn(string workspace)
    {
        foreach (var name in new[] { "api", "api-streams" })
        {
            Services.AddHttpClient(name, http => http.BaseAddress = new Uri(Api.Address));
        }

        Services.AddSingleton<ApiAccess>();
        this.AddAuthorization().SetAuthorized("admin").SetClaims(new Claim("synthdatagen:token", CannedData.Token), new Claim("synthdatagen:workspace", workspace));
        return Render<SignedInBoundary>(boundary => boundary.AddChildContent("<p>the pages</p>"));
    }
}
