using SynthDataGen.Client.Documents;
using SynthDataGen.Core.Data.Documents;

namespace SynthDataGen.Api.Documents;

/// <summary>Documents on the wire.</summary>
internal static class DocumentMapping
{
    public static Document ToWire(this DocumentRow row) => ToWire(row.Document, row.Revision, new(row.Pairs, row.Approved, row.Rejected));

    public static Document ToWire(this Core.Documents.Document d) => ToWire(d, null, new(0, 0, 0));

    public static DocumentText ToWire(this Core.Documents.RevisionText text) => new()
    {
        RevisionId = text.RevisionId, Text = text.Text,
        Outline = [.. text.Outline.Select(o => new OutlineEntry(o.Title, o.Level, o.Start, o.Page))],
        Pages = [.. text.Pages.Select(p => new PageSpan(p.Number, p.Start, p.End))],
        Code = [.. text.Code.Select(c => new CodeSpan(c.Start, c.End))],
    };

    public static Chunk ToWire(this Core.Chunks.Chunk c) =>
        new()
        {
            Id = c.Id, Ordinal = c.Ordinal, Start = c.Start, End = c.End, Tokens = c.Tokens, HeadingPath = c.HeadingPath,
            PageFrom = c.PageFrom, PageTo = c.PageTo, Kind = c.Kind.ToWire(), Header = c.Header is { } head ? new(head.Start, head.End) : null,
        };

    private static Document ToWire(Core.Documents.Document d, Core.Documents.Revision? revision, PairCounts pairs) => new()
    {
        Id = d.Id, Key = d.Key, MediaType = d.MediaType, SizeBytes = d.SizeBytes, Status = d.Status.ToWire(),
        Failure = d.FailureCode is null ? null : new(d.FailureCode, d.FailureMessage ?? ""),
        Revision = revision is null ? null : ToWire(revision), Pairs = pairs, CreatedAt = d.CreatedAt, UpdatedAt = d.UpdatedAt,
    };

    private static Revision ToWire(Core.Documents.Revision r) => new()
    {
        Id = r.Id, Sha256 = r.Sha256, Pages = r.Pages, Characters = r.Characters, Chunks = r.Chunks,
        Coverage = new()
        {
            Extracted = r.ExtractedCharacters, Chunked = r.ChunkedCharacters, InContexts = r.ContextCharacters,
            LeftOut = r.LeftOut.Sum(l => l.Characters), Reasons = [.. r.LeftOut.Select(l => new LeftOut(l.Reason, l.Characters, l.Sample))],
        },
        OcrPages = r.OcrPages,
    };
}
