namespace SynthDataGen.Core.Documents;

/// <summary>What kind of file a name promises.</summary>
public static class MediaTypes
{
    public static string OfName(string key) => Path.GetExtension(key).ToUpperInvariant() switch
    {
        ".PDF" => "application/pdf",
        ".DOCX" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".MD" => "text/markdown",
        ".HTML" or ".HTM" => "text/html",
        ".TXT" => "text/plain",
        _ => "application/octet-stream",
    };
}
