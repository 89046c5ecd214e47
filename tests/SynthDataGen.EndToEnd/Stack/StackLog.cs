using System.Diagnostics;

namespace SynthDataGen.EndToEnd.Stack;

/// <summary>What the stack's processes say.</summary>
internal sealed class StackLog
{
    private const int Kept = 400;
    private readonly Queue<string> lines = new();
    private readonly Lock gate = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (string Words, TaskCompletionSource Heard)? awaited;

    /// <summary>The last lines.</summary>
    public string Tail
    {
        get
        {
            lock (gate)
            {
                return string.Join('\n', lines);
            }
        }
    }

    public void Follow(Process process)
    {
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _ = process.WaitForExitAsync(CancellationToken.None).ContinueWith(_ => ended.TrySetResult(), TaskScheduler.Default);
    }

    /// <summary>Returns when a line holds these words; throws, with what was said, when the process ends without them.</summary>
    public async Task WaitForAsync(string words, TimeSpan patience, CancellationToken cancellationToken)
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            awaited = (words, heard);
            if (lines.Any(line => line.Contains(words, StringComparison.Ordinal)))
            {
                heard.TrySetResult();
            }
        }

        var late = Task.Delay(patience, cancellationToken);
        if (await Task.WhenAny(heard.Task, ended.Task, late) != heard.Task)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new InvalidOperationException($"The stack did not say \"{words}\". It said:\n{Tail}");
        }
    }

    private void Hear(object sender, DataReceivedEventArgs e)
    {
        if (e.Data is not { } line)
        {
            return;
        }

        lock (gate)
        {
            lines.Enqueue(line);
            if (lines.Count > Kept)
            {
                lines.Dequeue();
            }

            if (awaited is { } waiting && line.Contains(waiting.Words, StringComparison.Ordinal))
            {
                waiting.Heard.TrySetResult();
            }
        }
    }
}
