using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using SynthDataGen.Testing;

namespace SynthDataGen.Benchmarks.Generation;

/// <summary>What an endpoint has counted so far.</summary>
internal sealed record EndpointCount(int Calls, int MaxInFlight, double BusySeconds);

/// <summary>A chat endpoint of fixed latency in its own process, so that its work is not counted as ours.</summary>
internal sealed class EndpointProcess : IDisposable
{
    private readonly Process process;

    private EndpointProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Starts one. A faulty one rejects 30 % of its calls as too many, fails 10 %, answers 5 % without JSON, and lets 2 % hang.</summary>
    public static async Task<EndpointProcess> StartAsync(TimeSpan latency, bool isFaulty)
    {
        var self = Assembly.GetExecutingAssembly().Location;
        string[] arguments = [self, "endpoint", latency.TotalMilliseconds.ToString(CultureInfo.InvariantCulture), isFaulty ? "faulty" : "sound"];
        var started = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        var address = await started.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The endpoint did not start.");
        return new(started, new(address));
    }

    /// <summary>The child process: prints its address, then its counts for each line it reads.</summary>
    public static async Task<int> ServeAsync(string[] arguments, CancellationToken cancellationToken)
    {
        await using var fake = await FakeOpenAI.StartAsync(cancellationToken);
        fake.Remembers = false;
        fake.Latency = TimeSpan.FromMilliseconds(double.Parse(arguments[0], CultureInfo.InvariantCulture));
        fake.AnswerAlways(arguments[1] == "faulty" ? FakeAnswer.By(_ => Faulty()) : FakeAnswer.Grounded);
        Console.WriteLine(fake.Address);
        while (await Console.In.ReadLineAsync(cancellationToken) is not null)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{fake.Calls} {fake.MaxInFlight} {fake.Busy.TotalSeconds}"));
        }

        return 0;
    }

    public async Task<EndpointCount> CountAsync()
    {
        await process.StandardInput.WriteLineAsync("count");
        await process.StandardInput.FlushAsync();
        var counts = (await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The endpoint ended.")).Split(' ');
        return new(int.Parse(counts[0], CultureInfo.InvariantCulture), int.Parse(counts[1], CultureInfo.InvariantCulture), double.Parse(counts[2], CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }

    private static FakeAnswer Faulty() => RandomNumberGenerator.GetInt32(100) switch
    {
        < 30 => FakeAnswer.Status(429),
        < 40 => FakeAnswer.Status(500),
        < 45 => FakeAnswer.Nonsense,
        < 47 => FakeAnswer.Hang,
        _ => FakeAnswer.Grounded,
    };
}
