namespace SynthDataGen.AppHost.TestStack;

/// <summary>A process that tells what it was given.</summary>
internal static class Service
{
    public static void Run(string[] args)
    {
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/health", () => "well");
        app.MapGet("/pid", () => Environment.ProcessId);
        app.MapGet("/setting/{name}", (string name, IConfiguration configuration) => configuration[name] ?? "");
        app.Run();
    }
}
