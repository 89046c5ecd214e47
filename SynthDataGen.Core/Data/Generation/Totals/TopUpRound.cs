using System.Globalization;

namespace SynthDataGen.Core.Data.Generation.Totals;

/// <summary>A run's further round, from 1: it is planned once, however often it is handed out.</summary>
public sealed record TopUpRound(Guid RunId, int Number)
{
    public static TopUpRound Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(':');
        return new(Guid.Parse(parts[0]), int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{RunId}:{Number}");
}
