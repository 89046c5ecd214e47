using SynthDataGen.Client.Review;
using SynthDataGen.Core.Data.Review;
using SynthDataGen.Core.Review.Second;

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

    /// <summary>With the part of its history that the caller may see: opinions are independent, and whoever adjudicates does not see their authors.</summary>
    public static Pair ToWire(this PairRow row, string caller, IReadOnlyList<Core.Pairs.Decision> history) => row.ToWire() with
    {
        History = ToWire(ShownTo(history, caller, row.Stage), row.Pair.Content, d => HidesNameOf(row.Stage, d, caller) ? "" : d.By),
    };

    public static Judgement ToWire(this Core.Pairs.Judgement j) => new() { Score = j.Score, Answerable = j.Answerable, Complete = j.Complete, Clear = j.Clear, Note = j.Note };

    /// <summary>Other people's opinions are left out until both are given.</summary>
    private static IReadOnlyList<Core.Pairs.Decision> ShownTo(IReadOnlyList<Core.Pairs.Decision> history, string caller, ReviewStage? stage) =>
        stage is ReviewStage.Adjudication or ReviewStage.Settled ? history : [.. history.Where(d => !d.Opinion || d.By == caller)];

    /// <summary>Whether the author of an opinion is hidden, as during adjudication.</summary>
    private static bool HidesNameOf(ReviewStage? stage, Core.Pairs.Decision opinion, string caller) =>
        stage == ReviewStage.Adjudication && opinion.Opinion && opinion.By != caller;

    /// <summary>A count that may exceed the bound by one.</summary>
    public static PairCount ToCount(int counted, int most = PairCount.Most) => new(Math.Min(counted, most), counted > most);

    /// <summary>
    /// Decisions store only what they changed. The rest is the current content, unless a later decision changed it. Opinions
    /// change nothing.
    /// </summary>
    private static Decision[] ToWire(IReadOnlyList<Core.Pairs.Decision> history, Core.Pairs.PairContent now, Func<Core.Pairs.Decision, string> by)
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
    private static PairContent ToWire(Core.Pairs.PairContent whole, Core.Pairs.PairContent changed) => new(whole.Question!, whole.Answer!, whole.Status.ToWire()) { Evidence = changed.Evidence is null ? null : ToWire(changed.Evidence), Flags = changed.Flags };

    public static Evidence[] ToWire(IReadOnlyList<Core.Pairs.Evidence> evidence) =>
        [.. evidence.Select(e => new Evidence { Quote = e.Quote, Start = e.Start, End = e.End, Page = e.Page, Match = e.Match.ToWire() })];
}
