using System.Diagnostics;
using System.Globalization;
using SynthDataGen.Core.Documents.Extractors;

namespace SynthDataGen.Core.Documents.Extractors.Tools;

/// <summary>One run of a tool in a process of its own, within limits; disposing ends it.</summary>
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
        Output = new LimitedStream(process.StandardOutput.BaseStream, mostOutput, "bytes of unpacked content");
    }

    /// <summary>Its output; reading beyond the limit fails as <c>too-large</c>.</summary>
    public Stream Output { get; }

    /// <summary>Starts the tool. A shell sets the limits and then execs it: paths are arguments, never part of the script.</summary>
    /// <param name="tool">Which.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="options">Its limits.</param>
    /// <param name="timeout">Its processor time limit; null: the document's.</param>
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

        // Tesseract would use a thread per processor, and several workers would compete for them.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        return new ToolProcess(tool, Process.Start(start)!, options.ProcessOutputBytes, time);
    }

    /// <summary>Feeds it the whole input. If it ends before reading all, <see cref="FinishAsync"/> says why.</summary>
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

    /// <summary>Waits for it to end and turns a failure into what it means for the document.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw Failure(process.ExitCode, await errors);
        }
    }

    /// <summary>Kills it if it is still running.</summary>
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
        // The processor time limit ends it with its own signal first, then by force.
        if (exitCode is 152 or 137)
        {
            return Fault.TimedOut(timeout, cause);
        }
        // 128 + the signal that ended it: out of memory ends in abort or segmentation fault.
        return errors.Contains("Out of memory", StringComparison.OrdinalIgnoreCase) || exitCode is 134 or 139
            ? new(DocumentFailure.TooLarge, "Reading the PDF took too much memory. Split it, or raise the limit in the settings.", cause)
            : Fault.Damaged("The PDF is damaged or incomplete.", cause);
    }

    private static async Task<string> ReadErrorsAsync(StreamReader reader)
    {
        var kept = new char[ErrorCharacters];
        var length = await reader.ReadBlockAsync(kept);
        // The rest is read and dropped, or the tool would wait for us forever.
        var dropped = new char[ErrorCharacters];
        while (await reader.ReadAsync(dropped) > 0) { }
        return new string(kept, 0, length);
    }
}
