namespace SynthDataGen.Core.Documents.Extractors;

/// <summary>Names of entries in an archive: data, never paths.</summary>
internal static class ZipNames
{
    /// <summary>The entry that a reference means, told from the entry it stands in; steps above the archive's root stay at it.</summary>
    public static string Resolve(string from, string reference)
    {
        var parts = from.Split('/')[..^1].ToList();
        foreach (var part in Uri.UnescapeDataString(reference.Split('#')[0]).Split('/'))
        {
            if (part != "..")
            {
                parts.Add(part);
            }
            else if (parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
        }

        return string.Join('/', parts.Where(part => part is not ("" or ".")));
    }
}
