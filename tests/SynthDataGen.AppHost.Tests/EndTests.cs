namespace SynthDataGen.AppHost.Tests;

/// <summary>However a stack ends, it leaves nothing but its data, which the next start finds.</summary>
public sealed class EndTests(EndTests.SharedData shared) : IClassFixture<EndTests.SharedData>
{
    private static readonly string[] Programs = ["SynthDataGen.Api", "SynthDataGen.Worker", "SynthDataGen.Web", "postgres"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task No_process_outlives_a_stopped_stack(string signal)
    {
        using var stack = await StartAsync();

        await AppHostProcess.SignalAsync(signal, stack.Process.Id);
        await stack.UntilAsync(() => stack.Process.HasExited, "the AppHost ended");

        stack.Children().ShouldBeEmpty();
        stack.Process.ExitCode.ShouldBe(0);
        stack.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_process_outlives_a_killed_app_host()
    {
        using var stack = await StartAsync();

        await AppHostProcess.SignalAsync("KILL", stack.Process.Id);

        await stack.UntilAsync(() => stack.Children().Count == 0, "everything ended");
    }

    [Fact]
    public async Task No_process_outlives_the_killed_orchestrator()
    {
        using var stack = await StartAsync();

        await AppHostProcess.SignalAsync("KILL", stack.Children("dcp"));

        await stack.UntilAsync(() => stack.Process.HasExited && stack.Children().Count == 0, "everything ended");
        stack.Process.ExitCode.ShouldBe(1);
        stack.Complaints.ShouldBe("Aspire's orchestrator (dcp) has ended, so the stack ends too: start it again; your data is kept.\n");
        stack.Said.Split('\n').Where(line => line.StartsWith("fail:", StringComparison.Ordinal) || line.Contains("   at ", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_start_after_everything_was_killed_finds_the_data()
    {
        using (var stack = await StartAsync())
        {
            await AppHostProcess.SignalAsync("KILL", [stack.Process.Id, .. stack.Children()]);
        }

        using var next = await StartAsync();
    }

    /// <summary>Starts the stack and finds the data of the starts before it.</summary>
    private async Task<AppHostProcess> StartAsync()
    {
        var stack = await AppHostProcess.RunAsync(shared.Folder);
        await stack.UntilAsync(() => Programs.All(program => stack.Children(program).Count > 0), "every program runs");
        await Database.AskAsync(stack, "CREATE TABLE IF NOT EXISTS starts (number int)", Cancel);
        await Database.AskAsync(stack, "INSERT INTO starts VALUES (1)", Cancel);
        (await Database.AskAsync(stack, "SELECT count(*)::text FROM starts", Cancel)).ShouldBe($"{++shared.Starts}");
        return stack;
    }

    /// <summary>The data of all these starts.</summary>
    public sealed class SharedData : IDisposable
    {
        public string Folder { get; } = AppHostProcess.NewDataFolder();

        public int Starts { get; set; }

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
