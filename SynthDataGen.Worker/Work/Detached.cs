namespace SynthDataGen.Worker.Work;

/// <summary>Starts background loops that outlive the call that caused them.</summary>
internal static class Detached
{
    /// <summary>Runs a loop without its caller's ambient context, such as its trace.</summary>
    public static Task Run(Func<Task> loop)
    {
        if (ExecutionContext.IsFlowSuppressed())
        {
            return Task.Run(loop);
        }

        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(loop);
        }
    }

    /// <summary>How long to wait after so many failures in a row: twice as long each time, up to half a minute.</summary>
    public static TimeSpan BackOff(TimeSpan first, int failures) =>
        TimeSpan.FromSeconds(Math.Min(30, first.TotalSeconds * Math.Pow(2, Math.Min(failures, 20))));
}
