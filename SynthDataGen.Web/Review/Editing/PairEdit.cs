using SynthDataGen.Client;
using SynthDataGen.Client.Documents;
using SynthDataGen.Client.Review;
using SynthDataGen.Web.Review.Source;

namespace SynthDataGen.Web.Review.Editing;

/// <summary>A person's unsaved edit of a pair.</summary>
public sealed class PairEdit(Pair pair, DocumentText? source)
{
    public string Question { get; set; } = pair.Question;

    public string Answer { get; set; } = pair.Answer;

    /// <summary>The evidence; null if the source text could not be loaded, and then it stays as it is.</summary>
    public EvidenceDraft? Evidence { get; } = source is null ? null : new(source.Text, pair.Evidence.Spans());

    /// <summary>Where the pair's section of the source starts.</summary>
    public int SectionStart { get; } = source is null ? 0 : SourceExcerpt.Section(source, pair).Start;

    /// <summary>The pair's version when the edit started.</summary>
    public int Version { get; init; } = pair.Version;

    /// <summary>Whether the edit was restored.</summary>
    public bool Restored { get; private init; }

    public bool IsComplete => !string.IsNullOrWhiteSpace(Question) && !string.IsNullOrWhiteSpace(Answer);

    /// <summary>Restores the edit that the browser kept.</summary>
    public static PairEdit From(Pair pair, DocumentText? source, KeptWords kept)
    {
        var edit = new PairEdit(pair, source) { Question = kept.Question, Answer = kept.Answer, Version = kept.Version, Restored = true };
        if (kept.Evidence is { } spans)
        {
            edit.Evidence?.Replace(spans.Where(span => span is [_, _]).Select(span => new TextSpan(span[0], span[1])));
        }

        return edit;
    }

    /// <summary>The decision to send.</summary>
    public NewDecision Decision() =>
        new("edit", Version) { Question = Question.Trim(), Answer = Answer.Trim(), Evidence = Evidence is { Changed: true } evidence ? evidence.Spans : null };
}

/// <summary>An edit that the browser keeps while it is typed.</summary>
/// <param name="Version">The pair's version when the edit started.</param>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Evidence">Start and end of each span; null if unchanged.</param>
public sealed record KeptWords(int Version, string Question, string Answer, IReadOnlyList<int[]>? Evidence);
