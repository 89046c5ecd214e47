using SynthDataGen.Client;

namespace SynthDataGen.Api;

/// <summary>Keyset paging: one row more than asked for tells whether there is a next page.</summary>
internal static class Paging
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 500;

    public static int Clamp(int? limit) => Math.Clamp(limit ?? DefaultLimit, 1, MaxLimit);

    /// <param name="rows">Up to one row more than <paramref name="limit"/>.</param>
    /// <param name="limit">Rows that the page holds.</param>
    /// <param name="map">From row to wire.</param>
    /// <param name="cursor">What <c>after</c> must say to go on behind a row.</param>
    public static Page<TWire> ToPage<TRow, TWire>(this IReadOnlyList<TRow> rows, int limit, Func<TRow, TWire> map, Func<TRow, string> cursor) =>
        new([.. rows.Take(limit).Select(map)], rows.Count > limit ? cursor(rows[limit - 1]) : null);

    public static Page<TWire> ToPage<TRow, TWire>(this IReadOnlyList<TRow> rows, Func<TRow, TWire> map) => new([.. rows.Select(map)], null);
}
