using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>Counts list items as Word does and writes their numbers.</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;
    private readonly Dictionary<int, AbstractNum> definitions = [];
    private readonly Dictionary<int, NumberingInstance> instances = [];
    private readonly Dictionary<int, int[]> counters = [];
    private readonly HashSet<(int, int)> restarted = [];

    public WordNumbering(Numbering? part)
    {
        foreach (var definition in part?.Elements<AbstractNum>() ?? [])
        {
            definitions.TryAdd(definition.AbstractNumberId?.Value ?? 0, definition);
        }

        foreach (var instance in part?.Elements<NumberingInstance>() ?? [])
        {
            instances.TryAdd(instance.NumberID?.Value ?? 0, instance);
        }
    }

    /// <summary>The level that the list has for paragraphs of this style.</summary>
    public int? LevelOfStyle(int? id, string? style) =>
        id is null || style is null ? null : Definition(id.Value)?.Elements<Level>()
            .FirstOrDefault(level => level.ParagraphStyleIdInLevel?.Val?.Value == style)?.LevelIndex?.Value;

    /// <summary>Counts the item and writes its marker: a dash for bullets, empty for lists that show none.</summary>
    public string Next(int id, int level)
    {
        if (Definition(id) is not { } definition)
        {
            return "";
        }

        var key = definition.AbstractNumberId?.Value ?? 0;
        if (!counters.TryGetValue(key, out var counts))
        {
            counters[key] = counts = [.. Enumerable.Repeat(-1, Levels)];
        }

        Restart(id, level, counts);
        counts[level] = counts[level] < 0 ? Start(id, definition, level) : counts[level] + 1;
        Array.Fill(counts, -1, level + 1, Levels - level - 1);
        return Write(id, definition, level, counts);
    }

    /// <summary>An instance that overrides the start does so once, at its first item.</summary>
    private void Restart(int id, int level, int[] counts)
    {
        if (Override(id, level)?.StartOverrideNumberingValue is not null && restarted.Add((id, level)))
        {
            counts[level] = -1;
        }
    }

    private string Write(int id, AbstractNum definition, int level, int[] counts)
    {
        var shape = Shape(id, definition, level);
        var format = shape?.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal;
        if (format == NumberFormatValues.Bullet)
        {
            return "-";
        }

        if (format == NumberFormatValues.None)
        {
            return "";
        }

        var pattern = shape?.LevelText?.Val?.Value ?? $"%{level + 1}.";
        var marker = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length || pattern[i + 1] is < '1' or > '9')
            {
                marker.Append(pattern[i]);
                continue;
            }
            var at = pattern[++i] - '1';
            // A level that no item has reached yet counts as if it stood at its start.
            var count = counts[at] < 0 ? Start(id, definition, at) : counts[at];
            marker.Append(NumberWords.Write(count, LevelFormat(id, definition, at, shape)));
        }
        return marker.ToString().Trim();
    }

    private NumberFormatValues LevelFormat(int id, AbstractNum definition, int level, Level? shown) =>
        shown?.IsLegalNumberingStyle is not null
            ? NumberFormatValues.Decimal
            : Shape(id, definition, level)?.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal;

    private int Start(int id, AbstractNum definition, int level) =>
        Override(id, level)?.StartOverrideNumberingValue?.Val?.Value
        ?? Shape(id, definition, level)?.StartNumberingValue?.Val?.Value
        ?? 1;

    private Level? Shape(int id, AbstractNum definition, int level) =>
        Override(id, level)?.Level ?? definition.Elements<Level>().FirstOrDefault(shape => shape.LevelIndex?.Value == level);

    private LevelOverride? Override(int id, int level) =>
        instances.GetValueOrDefault(id)?.Elements<LevelOverride>().FirstOrDefault(change => change.LevelIndex?.Value == level);

    private AbstractNum? Definition(int id)
    {
        var definition = definitions.GetValueOrDefault(instances.GetValueOrDefault(id)?.AbstractNumId?.Val?.Value ?? -1);
        if (definition?.NumberingStyleLink?.Val?.Value is not { } link)
        {
            return definition;
        }

        return definitions.Values.FirstOrDefault(other => other.StyleLink?.Val?.Value == link) ?? definition;
    }
}
