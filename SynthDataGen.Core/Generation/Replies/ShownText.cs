using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation.Contexts;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Replies;

/// <summary>
/// Everything that a generator was shown of a revision: one window, or several separate ones. Each of several has its number and heading
/// path above it, with a mark between them for the text left out.
/// </summary>
public sealed class ShownText
{
    /// <summary>Marks text that was left out; it has no words, so it hints at no language.</summary>
    private const string Gap = "\n\n[…]\n\n";

    private readonly IReadOnlyList<SourceWindow> windows;

    /// <summary>Shows one window.</summary>
    public ShownText(SourceWindow window, IReadOnlyList<string>? headingPath = null)
    {
        ArgumentNullException.ThrowIfNull(window);
        (windows, HeadingPath, Text) = ([window], headingPath ?? [], window.Shown);
    }

    private ShownText(IReadOnlyList<SourceWindow> windows, IReadOnlyList<IReadOnlyList<string>> paths)
    {
        (this.windows, HeadingPath) = (windows, HeadingPaths.Common(paths));
        Text = string.Join(Gap, windows.Select((window, i) => $"[{i + 1}/{windows.Count}] {OneLine(paths[i])}".TrimEnd() + $"\n{window.Shown}"));
    }

    /// <summary>What the generator sees.</summary>
    public string Text { get; }

    /// <summary>The headings that all of it is under.</summary>
    public IReadOnlyList<string> HeadingPath { get; }

    /// <summary>How many places of the document it joins.</summary>
    public int Places => windows.Count;

    /// <summary>Shows a context.</summary>
    public static ShownText Of(RevisionText text, ContextSpan context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        SourceWindow Window(ContextSpan span) => new(text.Text, span.Start, span.End, offset => PageSpans.At(text.Pages, offset), span.Header);
        return context.Further.Count == 0
            ? new(Window(context), context.HeadingPath)
            : new([Window(context), .. context.Further.Select(Window)], [context.HeadingPath, .. context.Further.Select(span => span.HeadingPath)]);
    }

    /// <summary>
    /// Looks up a quote in the window that matches it best, the first of equals; never across two windows, because the text between them
    /// was left out.
    /// </summary>
    public Evidence[] Find(string quote)
    {
        var best = windows[0].Find(quote);
        foreach (var window in windows.Skip(1).TakeWhile(_ => best[0].Match != EvidenceMatch.Exact))
        {
            var found = window.Find(quote);
            best = found[0].Match < best[0].Match ? found : best;
        }

        return best;
    }

    /// <summary>How many places the evidence comes from: windows if there are several, else quotes.</summary>
    public int PlacesOf(IReadOnlyList<Evidence> evidence)
    {
        var found = evidence.Where(one => one.Match != EvidenceMatch.Missing).ToList();
        return Places == 1 ? found.Count : windows.Count(window => found.Exists(window.Holds));
    }

    private static string OneLine(IReadOnlyList<string> path) =>
        string.Join(' ', string.Join(" > ", path).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
