namespace SynthDataGen.Core.Chunks;

/// <summary>Reads the word lists embedded next to a type: a <c>[Name]</c> line starts a list, every other line is an entry.</summary>
internal static class WordLists
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(Type user)
    {
        using var reader = new StreamReader(user.Assembly.GetManifestResourceStream(user, $"{user.Name}.txt")!);
        var lists = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        List<string> current = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('['))
            {
                lists.Add(line.Trim('[', ']'), current = []);
            }
            else if (line.Length > 0)
            {
                current.Add(line);
            }
        }

        return lists;
    }
}
