using Microsoft.Extensions.Logging;

namespace SynthDataGen.EndToEnd.Stack;

/// <summary>Keeps what the stack's processes said last.</summary>
internal sealed class StackLog : ILoggerProvider
{
    private const int Kept = 400;
    private readonly Queue<string> lines = new();
    private readonly Lock gate = new();

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

    public ILogger CreateLogger(string categoryName) => new Lines(this, categoryName);

    public void Dispose()
    {
    }

    private void Add(string line)
    {
        lock (gate)
        {
            lines.Enqueue(line);
            if (lines.Count > Kept)
            {
                lines.Dequeue();
            }
        }
    }

    private sealed class Lines(StackLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                log.Add($"{category}: {formatter(state, exception)} {exception}");
            }
        }
    }
}
