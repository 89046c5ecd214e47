using System.Text;

namespace SynthDataGen.Api.Documents;

/// <summary>What an uploaded file is called. Its name is data: folders before it are dropped, as browsers do.</summary>
internal static class UploadName
{
    /// <summary>The key for this file name below the prefix; null where nothing is left that could be a name.</summary>
    public static string? KeyOf(string fileName, string prefix)
    {
        // Browsers write a quotation mark in a multipart header as %22 and nothing else, as the HTML standard says.
        var last = fileName.Replace("%22", "\"", StringComparison.Ordinal).Split('/', '\\')[^1];
        var runes = last.EnumerateRunes().Where(rune => !Rune.IsControl(rune)); // A lone surrogate is enumerated as U+FFFD.
        var name = string.Concat(runes).Normalize(NormalizationForm.FormC).Trim();
        var key = prefix + name;
        return name is "" or "." or ".." || Encoding.UTF8.GetByteCount(key) > Core.Documents.Document.MaxKeyBytes ? null : key;
    }
}
