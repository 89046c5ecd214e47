namespace Aspire.Hosting.Local;

/// <summary>The terminal: lines of the children with their names before them, ours without.</summary>
internal sealed class ConsoleOutput
{
    private const int NameWidth = 9;

    private static readonly bool Colours =
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    private readonly Dictionary<string, int> colours = [];
    private readonly Lock gate = new();

    public void Say(string sentence) => Write(Colours ? $"\e[1m{sentence}\e[0m" : sentence);

    public void Line(string name, string line) => Write($"{Paint(name)} | {line}");

    private void Write(string line)
    {
        lock (gate)
        {
            Console.WriteLine(line);
        }
    }

    private string Paint(string name)
    {
        var padded = name.PadRight(NameWidth);
        if (!Colours)
        {
            return padded;
        }

        lock (gate)
        {
            if (!colours.TryGetValue(name, out var colour))
            {
                colours[name] = colour = 31 + ((colours.Count + 1) % 6);
            }

            return $"\e[{colour}m{padded}\e[0m";
        }
    }
}
