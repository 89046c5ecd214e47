using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using SynthDataGen.Web.Parts;

namespace SynthDataGen.Web.Tests.Parts;

public sealed class LiveComponentTests : WebTest
{
    private static Exception? Unforeseen => new InvalidOperationException("Nobody foresaw this.");

    [Fact]
    public async Task An_unexpected_fault_is_shown_and_can_be_retried()
    {
        var fault = Unforeseen;
        var part = Render<Faulty>(faulty => faulty.Add(one => one.Fault, () => fault));
        var alert = await FindAsync(part, "[role=alert]");
        alert.TextContent.ShouldContain("Something unexpected happened. Try again");
        alert.TextContent.ShouldNotContain("Nobody foresaw this.");
        fault = null;
        await ClickAsync(part, "button", "Try again");
        await EventuallyAsync(part, () => part.Find("p").TextContent.ShouldBe("loaded 1"));
        part.FindAll("[role=alert]").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_part_recovers_with_the_next_change()
    {
        var fault = Unforeseen;
        var part = Render<Faulty>(faulty => faulty.Add(one => one.Fault, () => fault));
        await FindAsync(part, "[role=alert]");
        await EventuallyAsync(part, () => Api.Listeners.ShouldBe(1));
        fault = null;
        Api.Tell("run");
        await EventuallyAsync(part, () => part.Find("p").TextContent.ShouldBe("loaded 1"));
    }

    [Fact]
    public async Task A_fault_in_one_part_leaves_the_others_live()
    {
        Exception? fault = null;
        var (faulty, sound) = (Render<Faulty>(part => part.Add(one => one.Fault, () => fault)), Render<Faulty>());
        await EventuallyAsync(sound, () => sound.Find("p").TextContent.ShouldBe("loaded 1"));
        await EventuallyAsync(sound, () => Api.Listeners.ShouldBe(1));
        fault = Unforeseen;
        Api.Tell("run");
        await FindAsync(faulty, "[role=alert]");
        await EventuallyAsync(sound, () => sound.Find("p").TextContent.ShouldBe("loaded 2"));
        Api.Tell("run");
        await EventuallyAsync(sound, () => sound.Find("p").TextContent.ShouldBe("loaded 3"));
    }

    /// <summary>Loads as often as it is asked to, unless it has a fault.</summary>
    private sealed class Faulty : LiveComponent
    {
        private int loads;

        [Parameter] public Func<Exception?> Fault { get; set; } = () => null;

        protected override string Loading => "Load the part";

        protected override IReadOnlyCollection<string> Watches { get; } = ["run"];

        protected override async Task LoadAsync(CancellationToken cancellationToken)
        {
            await Task.Yield();
            loads = Fault() is { } fault ? throw fault : loads + 1;
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "p");
            builder.AddContent(1, $"loaded {loads}");
            builder.CloseElement();
            builder.OpenComponent<FailureNote>(2);
            builder.AddComponentParameter(3, nameof(FailureNote.Problem), Problem);
            builder.AddComponentParameter(4, nameof(FailureNote.OnRetry), EventCallback.Factory.Create(this, RefreshAsync));
            builder.CloseComponent();
        }
    }
}
