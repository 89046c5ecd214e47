namespace Aspire.Hosting.Local;

/// <summary>What resources need to start.</summary>
internal sealed record LocalContext(DataFolder Data, ConsoleOutput Output, Supervisor Supervisor)
{
    public Dashboard? Dashboard { get; init; }
}
