using SynthDataGen.EndToEnd.Stack;

namespace SynthDataGen.EndToEnd;

/// <summary>A test on the whole stack. If it fails, its output ends with the stack's last lines.</summary>
public abstract class BrowserTest(RunningStack stack) : IAsyncLifetime
{
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected RunningStack Stack => stack;

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(stack.Log);
        }

        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
