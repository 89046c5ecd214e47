using SynthDataGen.EndToEnd.Stack;
using SynthDataGen.Testing;

namespace SynthDataGen.EndToEnd;

/// <summary>A second start finds the data of the first.</summary>
public sealed class StopAndStartTests(RunningStack stack) : BrowserTest(stack)
{
    private readonly string data = TestStack.NewDataFolder();
    private readonly (int Web, int Api) ports = (FreePort.Take(), FreePort.Take());

    [Fact]
    public async Task A_second_start_finds_the_documents_and_sign_in_of_the_first()
    {
        Uri address;
        await using (var first = await StartAsync())
        {
            address = first.Admin.SignInUrl;
            await using var content = File.OpenRead(TestFiles.Sample(TestFiles.Guide));
            await first.Client.Workspace(first.Admin.Workspace).Documents.UploadAsync(TestFiles.Guide, content, Cancel);
        }

        await using var second = await StartAsync();
        await using var visit = await Stack.OpenAsync(second.Admin);
        await visit.Page.GotoAsync(address.AbsoluteUri);
        await visit.Documents.GoAsync();

        await visit.Documents.ShowsAsync(TestFiles.Guide, "ready");
        second.Admin.SignInUrl.ShouldBe(address);
    }

    public override async ValueTask DisposeAsync()
    {
        if (Directory.Exists(data))
        {
            Directory.Delete(data, recursive: true);
        }

        await base.DisposeAsync();
    }

    private Task<TestStack> StartAsync() => TestStack.StartAsync(data, ports.Web, ports.Api, Cancel);
}
