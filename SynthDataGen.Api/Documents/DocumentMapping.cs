using SynthDataGen.Client.Documents;
using SynthDataGen.Core.Data.Documents;
using Entities = SynthDataGen.Core.Documents;

namespace SynthDataGen.Api.Documents;

/// <summary>Documents on the wire.</summary>
internal static class DocumentMapping
{
    public static Document ToWire(this DocumentRow row) => ToWire(row.Document, row.Revision, new(row.Pairs, row.Approved, row.Rejected));

    public static Document ToWire(this Entities.Document d) => ToWire(d, null, new(0, 0, 0));

    public static DocumentText ToWire(this Entities.RevisionText text) => new(
        text.RevisionId,
        text.Text,
        [.. text.Outline.Select(o => new OutlineEntry(o.Title, o.Level, o.Start, o.Page))],
        [.. text.Pages.Select(p => new PageSpan(p.Number, p.Start, p.End))]);

    public static Chunk ToWire(this Core.Chunks.Chunk c) =>
        new(c.Id, c.Ordinal, c.Start, c.End, c.Tokens, c.HeadingPath, c.PageFrom, c.PageTo, c.Kind.ToWire(), c.Header is { } head ? new(head.Start, head.End) : null);

    private static Document ToWire(Entities.Document d, Entities.Revision? revision, PairCounts pairs) => new(
        d.Id,
        d.Key,
        d.MediaType,
        d.SizeBytes,
        d.Status.ToWire(),
        d.FailureCode is null ? null : new(d.FailureCode, d.FailureMessage ?? ""),
        revision is null ? null : ToWire(revision),
        pairs,
        d.CreatedAt,
        d.UpdatedAt);

    private static Revision ToWire(Entities.Revision r) => new(
        r.Id,
        r.Sha256,
        r.Pages,
        r.Characters,
        r.Chunks,
        new(
            r.ExtractedCharacters,
            r.ChunkedCharacters,
            r.ContextCharacters,
            r.LeftOut.Sum(l => l.Characters),
            [.. r.LeftOut.Select(l => new LeftOut(l.Reason, l.Characters, l.Sample))]));
}
