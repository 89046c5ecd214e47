using SynthDataGen.Api.Review.Second;
using SynthDataGen.Client.Review;
using SynthDataGen.Core.Data.Review;
using SynthDataGen.Core.Review.Second;
using Content = SynthDataGen.Core.Review.PairContent;
using Event = SynthDataGen.Core.Review.Decision;

namespace SynthDataGen.Api.Review;

/// <summary>Pairs on the wire.</summary>
internal static class PairMapping
{
    public static Pair ToWire(this PairRow row)
    {
        var p = row.Pair;
        return new()
        {
            Id = p.Id, DocumentId = p.DocumentId, RunId = p.RunId, Question = p.Question, Answer = p.Answer, Evidence = ToWire(p.Evidence),
            QuestionType = p.QuestionType, Difficulty = p.Difficulty, Persona = p.Persona, Flags = p.Flags, Status = p.Status.ToWire(),
            Version = p.Version,
            Provenance = new()
            {
                DocumentKey = row.DocumentKey, RevisionId = p.RevisionId, Sha256 = row.Sha256, HeadingPath = p.HeadingPath,
                Generator = p.GeneratorName, Model = p.Model, Template = p.Template, TemplateVersion = p.TemplateVersion,
            },
            DecidedBy = p.DecidedBy, DecidedAt = p.DecidedAt, CreatedAt = p.CreatedAt, ClusterId = p.ClusterId, Judge = p.Judgement?.ToWire(),
            Tags = p.Tags, Stage = row.Stage is ReviewStage.Second or ReviewStage.Adjudication ? row.Stage.Value.ToWire() : null,
            Assignee = p.Assignee,
        };
    }

    /// <summary>With as much of its history as the caller is to see.</summary>
    public static Pair ToWire(this PairRow row, string caller, IReadOnlyList<Event> history) => row.ToWire() with
    {
        History = ToWire(history.ShownTo(caller, row.Stage), row.Pair.Content, d => row.Stage.HidesNameOf(d, caller) ? "" : d.By),
    };

    public static Judgement ToWire(this Core.Generation.Judging.Judgement j) => new() { Score = j.Score, Answerable = j.Answerable, Complete = j.Complete, Clear = j.Clear, Note = j.Note };

    /// <summary>A count that went one beyond the bound.</summary>
    public static PairCount ToCount(int counted, int most = PairCount.Most) => new(Math.Min(counted, most), counted > most);

    /// <summary>
    /// Decisions keep what they changed; what stood around that is what stands now, as far as no later decision changed it. Opinions
    /// changed nothing.
    /// </summary>
    private static Decision[] ToWire(IReadOnlyList<Event> history, Content now, Func<Event, string> by)
    {
        var wire = new Decision[history.Count];
        var (i, stood) = (history.Count, now);
        foreach (var d in history.Reverse())
        {
            var after = d.After.Over(stood);
            stood = d.Opinion ? stood : d.Before.Over(after);
            wire[--i] = new()
            {
                At = d.At, By = by(d), Action = d.Action.ToWire(), Reason = d.Reason, Before = ToWire(stood, d.Before),
                After = ToWire(after, d.After), Undone = d.Undone, Opinion = d.Opinion,
            };
        }

        return wire;
    }

    /// <summary>Evidence and flags only where the decision was about them.</summary>
    private static PairContent ToWire(Content whole, Content changed) => new(whole.Question!, whole.Answer!, whole.Status.ToWire()) { Evidence = changed.Evidence is null ? null : ToWire(changed.Evidence), Flags = changed.Flags };

    public static Evidence[] ToWire(IReadOnlyList<Core.Generation.Evidence> evidence) =>
        [.. evidence.Select(e => new Evidence { Quote = e.Quote, Start = e.Start, End = e.End, Page = e.Page, Match = e.Match.ToWire() })];
}
