using SynthDataGen.Client.Review;
using SynthDataGen.Core.Data.Review;
using Event = SynthDataGen.Core.Review.Decision;

namespace SynthDataGen.Api.Review;

/// <summary>Pairs on the wire.</summary>
internal static class PairMapping
{
    public static Pair ToWire(this PairRow row, IReadOnlyList<Event>? history = null)
    {
        var p = row.Pair;
        return new(
            p.Id,
            p.DocumentId,
            p.RunId,
            p.Question,
            p.Answer,
            [.. p.Evidence.Select(e => new Evidence(e.Quote, e.Start, e.End, e.Page, e.Match.ToWire()))],
            p.QuestionType,
            p.Difficulty,
            p.Persona,
            p.Flags,
            p.Status.ToWire(),
            p.Version,
            new(row.DocumentKey, p.RevisionId, row.Sha256, p.HeadingPath, p.GeneratorName, p.Model, p.Template, p.TemplateVersion),
            p.DecidedBy,
            p.DecidedAt,
            p.CreatedAt,
            history is null ? null : [.. history.Select(ToWire)],
            p.ClusterId,
            p.Judgement?.ToWire());
    }

    public static Judgement ToWire(this Core.Generation.Judging.Judgement j) => new(j.Score, j.Answerable, j.Complete, j.Clear, j.Note);

    private static Decision ToWire(Event d) => new(d.At, d.By, d.Action.ToWire(), d.Reason, ToWire(d.Before), ToWire(d.After));

    private static PairContent ToWire(Core.Review.PairContent c) => new(c.Question, c.Answer, c.Status.ToWire());
}
