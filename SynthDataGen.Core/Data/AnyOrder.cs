namespace SynthDataGen.Core.Data;

/// <summary>States that an order does not matter, where some rows are as good as others.</summary>
internal static class AnyOrder
{
    /// <summary>Costs nothing: the database drops an order by a constant.</summary>
    public static IOrderedQueryable<T> InAnyOrder<T>(this IQueryable<T> rows) => rows.OrderBy(_ => 0);
}
