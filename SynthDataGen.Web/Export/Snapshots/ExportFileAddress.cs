using Microsoft.AspNetCore.WebUtilities;

namespace SynthDataGen.Web.Export.Snapshots;

/// <summary>Where the browser gets the files of an export.</summary>
public static class ExportFileAddress
{
    /// <summary>The HTML page with its charts.</summary>
    public const string Report = "report.html";

    /// <summary>All files in one archive.</summary>
    public static string Archive(Guid id) => $"/download/exports/{id}";

    /// <summary>One file.</summary>
    public static string File(Guid id, string name) => QueryHelpers.AddQueryString($"/download/exports/{id}/file", "name", name);
}
