namespace SynthDataGen.Client.Review;

/// <summary>Which pairs, in which order; what is null does not narrow.</summary>
/// <param name="Status">pending, approved, rejected.</param>
/// <param name="Flag">One flag, <c>any</c>, or <c>none</c>.</param>
/// <param name="DocumentId">Of one document.</param>
/// <param name="RunId">Of one run.</param>
/// <param name="Search">Words in question or answer, wherever they stand and in any order; a part in quotation marks as it is.</param>
/// <param name="Sort">
/// <c>created</c> (the default), <c>-created</c>, <c>document</c> (by document, as the text goes), <c>doubt</c> (the most doubtful first: flags,
/// a low score, evidence that was only nearly found), <c>spread</c> (question types in turn), <c>judge</c> (the lowest score first, those that
/// were not judged last), <c>-decided</c> (the newest decision first).
/// </param>
/// <param name="Type">A question type.</param>
/// <param name="Difficulty">easy, medium, hard.</param>
/// <param name="Reviewer">Who made the decision that stands.</param>
/// <param name="MinScore">The judge's score at least, 1–5.</param>
/// <param name="MaxScore">The judge's score at most, 1–5.</param>
/// <param name="From">Generated at this time or later.</param>
/// <param name="To">Generated before this time.</param>
/// <param name="Tag">With this tag.</param>
/// <param name="ClusterId">Those of one cluster, its first pair included.</param>
/// <param name="Stage">Of those that need two decisions: <c>second</c> (one opinion is in), <c>adjudication</c> (two opinions differ). <c>open</c>: what the caller can be given to review.</param>
/// <param name="Assignee">Who is to review it: a name, <c>me</c>, or <c>none</c> (whoever comes).</param>
public sealed record PairFilter(
    string? Status = null,
    string? Flag = null,
    Guid? DocumentId = null,
    Guid? RunId = null,
    string? Search = null,
    string? Sort = null,
    string? Type = null,
    string? Difficulty = null,
    string? Reviewer = null,
    int? MinScore = null,
    int? MaxScore = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    string? Tag = null,
    Guid? ClusterId = null,
    string? Stage = null,
    string? Assignee = null);
