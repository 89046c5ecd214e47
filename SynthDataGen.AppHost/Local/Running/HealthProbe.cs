using System.Diagnostics;

namespace Aspire.Hosting.Local;

/// <summary>Waits until an address answers well.</summary>
internal static class HealthProbe
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Remind = TimeSpan.FromSeconds(30);
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(10) };

    public static async Task WaitAsync(string name, Uri address, ConsoleOutput output, CancellationToken stop)
    {
        var waited = Stopwatch.StartNew();
        while (!await AnswersAsync(address, stop))
        {
            if (waited.Elapsed > Remind)
            {
                output.Line(name, $"is not healthy yet at {address}; what it says above may tell why");
                waited.Restart();
            }

            await Task.Delay(Pause, stop);
        }
    }

    private static async Task<bool> AnswersAsync(Uri address, CancellationToken stop)
    {
        try
        {
            using var answer = await Http.GetAsync(address, stop);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }
}
