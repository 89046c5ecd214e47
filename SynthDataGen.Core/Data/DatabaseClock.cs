using Microsoft.EntityFrameworkCore;

namespace SynthDataGen.Core.Data;

/// <summary>The one clock that all processes share, for times that are compared with each other.</summary>
internal static class DatabaseClock
{
    public static Task<DateTimeOffset> NowAsync(this SynthDataGenDb db, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<DateTimeOffset>($"""SELECT clock_timestamp() AS "Value" """).SingleAsync(cancellationToken);
}
