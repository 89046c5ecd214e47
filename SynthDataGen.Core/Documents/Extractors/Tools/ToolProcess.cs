using System.Diagnostics;
using System.Globalization;
using SynthDataGen.Core.Documents.Extractors;

namespace SynthDataGen.Core.Documents.Extractors.Tools;

/// <summary>One run of a tool, apart from our process and within its limits; disposing it ends it.</summary>
internal sealed class ToolProcess : IAsyncDisposable
{
    private const int ErrorCharacters = 4_000;
    private readonly Tool tool;
    private readonly Process process;
    private readonly Task<string> errors;
    private readonly TimeSpan timeout;

    private ToolProcess(Tool tool, Process process, long mostOutput, TimeSpan timeout)
    {
        (this.tool, this.process, this.timeout) = (tool, process, timeout);
        errors = ReadErrorsAsync(process.StandardError);
        Output = new BoundedStream(process.StandardOutput.BaseStream, mostOutput);
    }

    /// <summary>What it writes; reading beyond the limit fails as <c>too-large</c>.</summary>
    public Stream Output { get; }

    /// <summary>Starts the tool. The shell sets the limits and gives way to it: paths are arguments, never part of the script.</summary>
    /// <param name="tool">Which.</param>
    /// <param name="arguments">What it is to do.</param>
    /// <param name="options">Its limits.</param>
    /// <param name="timeout">Processor time that it may take; null: as long as a document may.</param>
    public static ToolProcess Start(Tool tool, IEnumerable<string> arguments, ExtractionOptions options, TimeSpan? timeout = null)
    {
        var time = timeout ?? options.Timeout;
        var limits = string.Create(
            CultureInfo.InvariantCulture,
            $"ulimit -v {options.ProcessMemoryBytes >> 10} 2>/dev/null; ulimit -t {(long)Math.Ceiling(time.TotalSeconds)}; ulimit -c 0; exec \"$@\"");
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        foreach (var argument in (IEnumerable<string>)["-c", limits, "sh", tool.Name, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        // Tesseract would take as many threads as there are processors, and several workers fight for them.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        return new ToolProcess(tool, Process.Start(start)!, options.ProcessOutputBytes, time);
    }

    /// <summary>Gives it what it is to read, to the end. One that ends before it has read all says why when it is finished.</summary>
    public async Task FeedAsync(Stream input, CancellationToken cancellationToken)
    {
        try
        {
            await input.CopyToAsync(process.StandardInput.BaseStream, cancellationToken);
        }
        catch (IOException) when (!cancellationToken.IsCancellationRequested)
        {
            // The other end of the pipe is closed.
        }
        finally
        {
            process.StandardInput.Close();
        }
    }

    /// <summary>Waits for its end and turns a failed one into what it means for the document.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw Failure(process.ExitCode, await errors);
        }
    }

    /// <summary>Ends it by force, where it still runs.</summary>
    public void End()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        End();
        await process.WaitForExitAsync(CancellationToken.None);
        await errors;
        await Output.DisposeAsync();
        process.StandardInput.Close();
        process.Dispose();
    }

    private ExtractionException Failure(int exitCode, string errors)
    {
        const int NotFound = 127;
        var cause = new InvalidDataException($"{tool.Name} ended with {exitCode}: {errors}");
        if (exitCode == NotFound)
        {
            return new(tool.FailureCode, tool.Missing, cause);
        }

        if (errors.Contains("Incorrect password", StringComparison.Ordinal))
        {
            return Fault.Encrypted(cause);
        }
        // The limit on processor time ends it with a signal of its own, then by force.
        if (exitCode is 152 or 137)
        {
            return Fault.TimedOut(timeout, cause);
        }
        // 128 + the signal that ended it: out of memory ends in abort or segmentation fault.
        return errors.Contains("Out of memory", StringComparison.OrdinalIgnoreCase) || exitCode is 134 or 139
            ? new(DocumentFailure.TooLarge, "Reading the PDF took more memory than is allowed. Split it, or raise the limit in the settings.", cause)
            : Fault.Damaged("The PDF is damaged or incomplete.", cause);
    }

    private static async Task<string> ReadErrorsAsync(StreamReader reader)
    {
        var kept = new char[ErrorCharacters];
        var length = await reader.ReadBlockAsync(kept);
        // What comes beyond is read and dropped, or the tool would wait for us for ever.
        var dropped = new char[ErrorCharacters];
        while (await reader.ReadAsync(dropped) > 0) { }
        return new string(kept, 0, length);
    }
}
