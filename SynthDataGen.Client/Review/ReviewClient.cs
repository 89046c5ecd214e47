namespace SynthDataGen.Client.Review;

/// <summary>Pairs and the decisions on them.</summary>
public sealed class ReviewClient
{
    private readonly Wire wire;
    private readonly string pairs;
    private readonly string review;

    internal ReviewClient(Wire wire, string workspacePath) => (this.wire, pairs, review) = (wire, workspacePath + "pairs", workspacePath + "review");

    /// <summary>Pairs, a page at a time.</summary>
    public Task<Page<Pair>> ListAsync(
        PairFilter? filter = null, string? after = null, int? limit = null, CancellationToken cancellationToken = default) =>
        wire.GetAsync<Page<Pair>>(Narrow(pairs, filter, after, limit), cancellationToken);

    /// <summary>One pair with its history.</summary>
    public Task<Pair> GetAsync(Guid id, CancellationToken cancellationToken = default) =>
        wire.GetAsync<Pair>($"{pairs}/{id}", cancellationToken);

    /// <summary>The next pairs that wait for a decision, oldest first.</summary>
    /// <param name="filter">Only among these; its status does not count.</param>
    /// <param name="after">A pair's id: those that come after it.</param>
    /// <param name="count">How many, 1–100.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Page<Pair>> NextAsync(PairFilter? filter = null, Guid? after = null, int count = 10, CancellationToken cancellationToken = default) =>
        wire.GetAsync<Page<Pair>>(
            Wire.Query(review + "/next", ("count", count), ("after", after), ("flag", filter?.Flag), ("documentId", filter?.DocumentId), ("runId", filter?.RunId), ("search", filter?.Search)),
            cancellationToken);

    /// <summary>Decides on a pair and returns it as it then stands.</summary>
    /// <exception cref="PairChangedException">Somebody else decided meanwhile.</exception>
    public Task<Pair> DecideAsync(Guid id, NewDecision decision, CancellationToken cancellationToken = default) =>
        wire.PostAsync<Pair>($"{pairs}/{id}/decisions", decision, cancellationToken);

    private static string Narrow(string path, PairFilter? filter, string? after, int? limit) => Wire.Query(
        path,
        ("status", filter?.Status),
        ("flag", filter?.Flag),
        ("documentId", filter?.DocumentId),
        ("runId", filter?.RunId),
        ("search", filter?.Search),
        ("sort", filter?.Sort),
        ("after", after),
        ("limit", limit));
}
