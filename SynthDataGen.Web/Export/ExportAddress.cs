using SynthDataGen.Client.Export;

namespace SynthDataGen.Web.Export;

/// <summary>What an export is to hold as an address: a reload, Back and a link that is passed on keep it.</summary>
public static class ExportAddress
{
    /// <summary>The page.</summary>
    public const string Path = "/export";

    /// <summary>Longest system message in the address; servers cut off addresses of some thousand characters.</summary>
    public const int MaxSystemLength = 1_000;

    /// <summary>The address of settings; what is as usual is left out.</summary>
    public static string Of(ExportSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var query = (settings.System is { Length: > MaxSystemLength } ? settings with { System = null } : settings).ToQuery();
        return query.Length == 0 ? Path : $"{Path}?{query}";
    }

    /// <summary>The settings of an address; what it does not say, or says wrongly, is as usual.</summary>
    public static ExportSettings Read(string address)
    {
        var settings = ExportSettings.FromQuery(address);
        return settings with { Format = ExportFormat.Of(settings.Format).Name };
    }
}
