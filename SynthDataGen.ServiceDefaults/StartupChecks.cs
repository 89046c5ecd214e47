using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SynthDataGen.ServiceDefaults;

/// <summary>A condition for starting; throws <see cref="StartupException"/> when it isn't met.</summary>
public interface IStartupCheck
{
    /// <summary>Returns when all is well.</summary>
    Task CheckAsync(CancellationToken cancellationToken);
}

/// <summary>A fault that a person can mend, described in one sentence without secrets.</summary>
public sealed class StartupException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Runs a process after its checks.</summary>
public static class StartupCheckExtensions
{
    /// <summary>Runs the checks, then the host; a <see cref="StartupException"/> becomes one line on stderr and exit code 1.</summary>
    public static async Task<int> RunCheckedAsync(this IHost host, CancellationToken cancellationToken = default)
    {
        try
        {
            foreach (var check in host.Services.GetServices<IStartupCheck>())
            {
                await check.CheckAsync(cancellationToken);
            }

            await host.RunAsync(cancellationToken);
            return 0;
        }
        catch (StartupException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }
}
