namespace SynthDataGen.Client.Review;

/// <summary>Pairs and the decisions on them.</summary>
public sealed class ReviewClient
{
    private readonly Wire wire;
    private readonly string pairs;
    private readonly string review;
    private readonly string workspace;

    internal ReviewClient(Wire wire, string workspacePath) => (this.wire, pairs, review, workspace) = (wire, workspacePath + "pairs", workspacePath + "review", workspacePath);

    /// <summary>Pairs, a page at a time.</summary>
    public Task<Page<Pair>> ListAsync(
        PairFilter? filter = null, string? after = null, int? limit = null, CancellationToken cancellationToken = default) =>
        wire.GetAsync<Page<Pair>>(Narrow(pairs, filter, ("after", after), ("limit", limit)), cancellationToken);

    /// <summary>One pair with its history.</summary>
    public Task<Pair> GetAsync(Guid id, CancellationToken cancellationToken = default) =>
        wire.GetAsync<Pair>($"{pairs}/{id}", cancellationToken);

    /// <summary>How many pairs match a filter.</summary>
    public Task<PairCount> CountAsync(PairFilter? filter = null, CancellationToken cancellationToken = default) =>
        CountAsync(filter, PairCount.Most, cancellationToken);

    /// <summary>How many pairs match a filter, counting no further than needed: the lower the bound, the faster.</summary>
    /// <param name="filter">Which pairs.</param>
    /// <param name="most">At most these are counted, 1–<see cref="PairCount.Most"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<PairCount> CountAsync(PairFilter? filter, int most, CancellationToken cancellationToken = default) =>
        wire.GetAsync<PairCount>(Narrow(pairs + "/count", filter, ("limit", most)), cancellationToken);

    /// <summary>The next pending pairs, without leasing them.</summary>
    /// <param name="filter">Only pairs that match, in its order; its status is ignored.</param>
    /// <param name="after">A pair's id: those that come after it.</param>
    /// <param name="count">How many, 1–100.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Page<Pair>> NextAsync(PairFilter? filter = null, Guid? after = null, int count = 10, CancellationToken cancellationToken = default) =>
        wire.GetAsync<Page<Pair>>(Narrow(review + "/next", filter is null ? null : filter with { Status = null }, ("after", after), ("count", count)), cancellationToken);

    /// <summary>Leases pending pairs for some minutes.</summary>
    public Task<TakenPairs> TakeAsync(TakePairs take, CancellationToken cancellationToken = default) =>
        wire.PostAsync<TakenPairs>(review + "/leases", take, cancellationToken);

    /// <summary>Renews the caller's leases; the answer leaves out pairs that somebody else has leased since.</summary>
    public Task<PairIds> RenewAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken = default) =>
        wire.PostAsync<PairIds>(review + "/leases/renew", new PairIds(ids), cancellationToken);

    /// <summary>Returns leased pairs without a decision.</summary>
    public Task<PairIds> GiveBackAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken = default) =>
        wire.PostAsync<PairIds>(review + "/leases/return", new PairIds(ids), cancellationToken);

    /// <summary>Where a pair's evidence is on the pictures of its pages; empty if the document has none or the words are not found there.</summary>
    public Task<IReadOnlyList<EvidenceBox>> BoxesAsync(Guid id, CancellationToken cancellationToken = default) =>
        wire.GetAsync<IReadOnlyList<EvidenceBox>>($"{pairs}/{id}/boxes", cancellationToken);

    /// <summary>Decides on a pair and returns the result.</summary>
    /// <exception cref="PairChangedException">Somebody else decided on the pair in the meantime.</exception>
    public Task<Pair> DecideAsync(Guid id, NewDecision decision, CancellationToken cancellationToken = default) =>
        wire.PostAsync<Pair>($"{pairs}/{id}/decisions", decision, cancellationToken);

    /// <summary>Asks the pair's generator to rewrite it after a remark. That may cost money; repeating the same remark on the same pair does not.</summary>
    /// <exception cref="PairChangedException">Somebody else decided on the pair in the meantime.</exception>
    public Task<Regeneration> RegenerateAsync(Guid id, NewRegeneration regeneration, CancellationToken cancellationToken = default) =>
        wire.PostAsync<Regeneration>($"{pairs}/{id}/regenerate", regeneration, cancellationToken);

    /// <summary>Decides on many pairs; a large decision continues in the background, and <see cref="GetBulkAsync"/> reports its progress.</summary>
    public Task<BulkOutcome> DecideAsync(BulkDecision decision, CancellationToken cancellationToken = default) =>
        wire.PostAsync<BulkOutcome>(pairs + "/decisions", decision, cancellationToken);

    /// <summary>The workspace's latest bulk decisions, the newest first; at most 20.</summary>
    public Task<Page<BulkOutcome>> ListBulkAsync(CancellationToken cancellationToken = default) =>
        wire.GetAsync<Page<BulkOutcome>>(pairs + "/decisions", cancellationToken);

    /// <summary>The progress of a bulk decision or of its undoing.</summary>
    public Task<BulkOutcome> GetBulkAsync(Guid undoToken, CancellationToken cancellationToken = default) =>
        wire.GetAsync<BulkOutcome>($"{pairs}/decisions/{undoToken}", cancellationToken);

    /// <summary>Undoes a bulk decision, except on pairs that were decided on since.</summary>
    public Task<BulkOutcome> UndoAsync(Guid undoToken, CancellationToken cancellationToken = default) =>
        wire.PostAsync<BulkOutcome>(pairs + "/decisions/undo", new BulkUndo(undoToken), cancellationToken);

    /// <summary>How reviewers judge the workspace's pairs.</summary>
    public Task<DashboardNumbers> GetDashboardAsync(CancellationToken cancellationToken = default) =>
        wire.GetAsync<DashboardNumbers>(workspace + "dashboard", cancellationToken);

    /// <summary>Where in a document its pairs come from, chunk by chunk.</summary>
    public Task<IReadOnlyList<ChunkHeat>> GetHeatAsync(Guid documentId, CancellationToken cancellationToken = default) =>
        wire.GetAsync<IReadOnlyList<ChunkHeat>>($"{workspace}documents/{documentId}/heat", cancellationToken);

    /// <summary>How far people agree who gave opinions on the same pairs; those with the most common pairs first.</summary>
    public Task<IReadOnlyList<ReviewerAgreement>> GetAgreementAsync(CancellationToken cancellationToken = default) =>
        wire.GetAsync<IReadOnlyList<ReviewerAgreement>>(review + "/agreement", cancellationToken);

    internal static string Narrow(string path, PairFilter? filter, params ReadOnlySpan<(string Name, object? Value)> also) =>
        QueryText.Address(path, filter?.ToQuery(), QueryText.Join(also));
}
