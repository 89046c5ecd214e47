using System.Globalization;

namespace SynthDataGen.Core.Generation.Chat;

/// <summary>Reads how long an endpoint asks to wait.</summary>
internal static class RetryAfter
{
    /// <summary>Milliseconds where the endpoint gives them, else seconds or an HTTP date; null where it says nothing readable.</summary>
    public static TimeSpan? Read(string? milliseconds, string? value, DateTimeOffset now)
    {
        if (double.TryParse(milliseconds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var ms))
        {
            return Bounded(ms / 1000);
        }

        if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            return Bounded(seconds);
        }

        return DateTimeOffset.TryParseExact(value, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? Bounded((date - now).TotalSeconds)
            : null;
    }

    private static TimeSpan Bounded(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, TimeSpan.FromDays(7).TotalSeconds));
}
