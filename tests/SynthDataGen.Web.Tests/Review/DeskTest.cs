using Bunit;
using SynthDataGen.Web.Review;

namespace SynthDataGen.Web.Tests.Review;

/// <summary>The review desk, driven by its keys.</summary>
public abstract class DeskTest : WebTest
{
    private protected async Task<IRenderedComponent<DeskPage>> OpenAsync()
    {
        var desk = Render<DeskPage>();
        await FindAsync(desk, Id("desk-question"));
        return desk;
    }

    private protected static Task PressAsync(IRenderedComponent<DeskPage> desk, params string[] keys) => desk.InvokeAsync(async () =>
    {
        foreach (var key in keys)
        {
            await desk.Instance.OnKeyAsync(key);
        }
    });
}
