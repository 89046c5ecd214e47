using SynthDataGen.Client.Export;

namespace SynthDataGen.Web.Export;

/// <summary>Export settings as an address, so that they survive a reload, Back and a shared link.</summary>
public static class ExportAddress
{
    /// <summary>The page.</summary>
    public const string Path = "/export";

    /// <summary>Longest system message in the address; servers cut off addresses of some thousand characters.</summary>
    public const int MaxSystemLength = 1_000;

    /// <summary>The address of settings; defaults are left out.</summary>
    public static string Of(ExportSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var query = (settings.System is { Length: > MaxSystemLength } ? settings with { System = null } : settings).ToQuery();
        return query.Length == 0 ? Path : $"{Path}?{query}";
    }

    /// <summary>The settings of an address; missing or invalid values are defaults.</summary>
    public static ExportSettings Read(string address)
    {
        var settings = ExportSettings.FromQuery(address);
        return settings with { Format = ExportFormat.Of(settings.Format).Name };
    }
}
