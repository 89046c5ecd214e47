using System.Diagnostics.CodeAnalysis;
using Quartz;

namespace SynthDataGen.Core.Data.Work;

/// <summary>Times of day and week in the five fields of cron, in UTC.</summary>
public sealed class CronSchedule
{
    private CronSchedule(CronExpression expression) => Expression = expression;

    internal CronExpression Expression { get; }

    /// <summary>Reads a schedule; false where it is invalid or never fires.</summary>
    public static bool TryParse(string cron, DateTimeOffset now, [NotNullWhen(true)] out CronSchedule? schedule)
    {
        schedule = null;
        if (CronExpression.TryParse(cron, CronFormat.Unix, out var expression))
        {
            var utc = new CronExpression(expression.CronExpressionString, TimeZoneInfo.Utc);
            schedule = utc.GetNextValidTimeAfter(now) is null ? null : new(utc);
        }

        return schedule is not null;
    }
}
