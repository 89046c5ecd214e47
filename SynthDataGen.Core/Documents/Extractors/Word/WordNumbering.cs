using System.Text;
using System.Xml.Linq;
using SynthDataGen.Core.Documents.Extractors.Word.Parts;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>Counts list items as Word does and writes their numbers.</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;
    private readonly Dictionary<int, Definition> definitions = [];
    private readonly Dictionary<string, Definition> linked = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Instance> instances = [];
    private readonly Dictionary<Definition, int[]> counters = [];
    private readonly HashSet<(int, int)> restarted = [];

    public WordNumbering(WordPackage package)
    {
        foreach (var element in package.Parts("numbering").SelectMany(part => package.Units(part, "abstractNum", "num")))
        {
            if (element.Name.LocalName == "abstractNum")
            {
                AddDefinition(element);
            }
            else
            {
                instances.TryAdd(element.Number("numId") ?? 0, new Instance(
                    element.Element("abstractNumId").Number() ?? -1,
                    ByLevel(element.Elements("lvlOverride"), change => new Override(change.Element("startOverride").Number(), change.Element("lvl") is { } level ? Shape.Of(level) : null))));
            }
        }
    }

    /// <summary>The list's level, from 0, for paragraphs of this style.</summary>
    public int? LevelOfStyle(int? list, string? style)
    {
        var level = list is null || style is null || DefinitionOf(list.Value) is not { } definition
            ? -1
            : Array.FindIndex(definition.Levels, shape => shape?.Style == style);
        return level < 0 ? null : level;
    }

    /// <summary>Counts the item and writes its marker: a dash for bullets, empty for lists that show none.</summary>
    public string Next(int list, int level)
    {
        if (DefinitionOf(list) is not { } definition)
        {
            return "";
        }

        if (!counters.TryGetValue(definition, out var counts))
        {
            counters[definition] = counts = [.. Enumerable.Repeat(-1, Levels)];
        }

        // An instance overrides the start once, at its first item.
        if (Change(list, level)?.Start is not null && restarted.Add((list, level)))
        {
            counts[level] = -1;
        }

        CountUp(list, definition, level, counts);
        return Write(list, definition, level, counts);
    }

    private void CountUp(int list, Definition definition, int level, int[] counts)
    {
        // A skipped level counts as if it had been there.
        for (var above = 0; above < level; above++)
        {
            counts[above] = counts[above] < 0 ? Start(list, definition, above) : counts[above];
        }

        counts[level] = counts[level] < 0 ? Start(list, definition, level) : counts[level] + 1;
        for (var below = level + 1; below < Levels; below++)
        {
            if (ShapeOf(list, definition, below)?.RestartsAfter(level) != false)
            {
                counts[below] = -1;
            }
        }
    }

    private string Write(int list, Definition definition, int level, int[] counts)
    {
        var shape = ShapeOf(list, definition, level);
        var format = shape?.Format ?? "decimal";
        if (format is "bullet" or "none")
        {
            return format == "bullet" ? "-" : "";
        }

        var pattern = shape?.Pattern ?? $"%{level + 1}.";
        var marker = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length || pattern[i + 1] is < '1' or > '9')
            {
                marker.Append(pattern[i]);
                continue;
            }
            var at = pattern[++i] - '1';
            var count = counts[at] < 0 ? Start(list, definition, at) : counts[at];
            marker.Append(NumberWords.Write(count, FormatOf(list, definition, at, shape)));
        }
        return marker.ToString().Trim();
    }

    /// <summary>A bulleted level shows no number in the levels below it.</summary>
    private string FormatOf(int list, Definition definition, int level, Shape? shown)
    {
        var format = ShapeOf(list, definition, level)?.Format ?? "decimal";
        return format == "bullet" ? "none" : shown?.IsLegal == true ? "decimal" : format;
    }

    private int Start(int list, Definition definition, int level) => Change(list, level)?.Start ?? ShapeOf(list, definition, level)?.Start ?? 1;

    private Shape? ShapeOf(int list, Definition definition, int level) => Change(list, level)?.Shape ?? definition.Levels[level];

    private Override? Change(int list, int level) => instances.GetValueOrDefault(list)?.Changes[level];

    private Definition? DefinitionOf(int list)
    {
        var definition = definitions.GetValueOrDefault(instances.GetValueOrDefault(list)?.Definition ?? -1);
        return definition?.StyleLink is { } link ? linked.GetValueOrDefault(link) ?? definition : definition;
    }

    private void AddDefinition(XElement element)
    {
        var definition = new Definition(element.Element("numStyleLink").Of(), ByLevel(element.Elements("lvl"), Shape.Of));
        definitions.TryAdd(element.Number("abstractNumId") ?? 0, definition);
        if (element.Element("styleLink").Of() is { } style)
        {
            linked.TryAdd(style, definition);
        }
    }

    private static T?[] ByLevel<T>(IEnumerable<XElement> elements, Func<XElement, T> read)
        where T : class
    {
        var levels = new T?[Levels];
        foreach (var element in elements)
        {
            if (element.Number("ilvl") is { } level and >= 0 and < Levels)
            {
                levels[level] ??= read(element);
            }
        }

        return levels;
    }

    /// <summary>A list's definition; one that only links to a numbering style has that style's levels.</summary>
    private sealed class Definition(string? styleLink, Shape?[] levels)
    {
        public string? StyleLink => styleLink;
        public Shape?[] Levels => levels;
    }

    private sealed record Instance(int Definition, Override?[] Changes);

    private sealed record Override(int? Start, Shape? Shape);

    private sealed record Shape(string Format, string? Pattern, int Start, int? Restart, string? Style, bool IsLegal)
    {
        public static Shape Of(XElement level) => new(
            level.Element("numFmt").Of() ?? Alternate(level) ?? "decimal",
            level.Element("lvlText").Of(),
            level.Element("start").Number() ?? 0,
            level.Element("lvlRestart").Number(),
            level.Element("pStyle").Of(),
            level.Element("isLgl").IsOn());

        /// <summary>Whether the level restarts after an item of that level: after any above it, unless it names one, or 0 for never.</summary>
        public bool RestartsAfter(int level) => Restart is null || level < Restart;

        private static string? Alternate(XElement level) => level.Element("AlternateContent")?.Element("Fallback")?.Element("numFmt").Of();
    }
}
