namespace Aspire.Hosting.Local;

/// <summary>The order of stopping: projects go before the servers they use.</summary>
internal enum Tier
{
    Project,
    Server,
}

/// <summary>A process to run.</summary>
internal sealed class ChildSpec(string name, string file, params string[] arguments)
{
    public string Name => name;

    public string File => file;

    public IReadOnlyList<string> Arguments => arguments;

    public string WorkingDirectory { get; init; } = "/";

    public Dictionary<string, string> Environment { get; } = [];

    public Tier Tier { get; init; } = Tier.Project;

    /// <summary>Asks it to end.</summary>
    public string StopSignal { get; init; } = "TERM";

    /// <summary>What the kernel sends it when we die without a word.</summary>
    public string DeathSignal { get; init; } = "KILL";

    /// <summary>The user that it runs as, when we are root and it must not be.</summary>
    public string? User { get; init; }

    /// <summary>Says nothing but where it matters to nobody.</summary>
    public bool Quiet { get; init; }

    /// <summary>Clears the way, before each start.</summary>
    public Func<CancellationToken, Task>? Prepare { get; init; }
}
