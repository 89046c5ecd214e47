using System.Text.Encodings.Web;
using System.Text.Json;
using SynthDataGen.Core.Generation.Checks;
using SynthDataGen.Core.Generation.Extractive.Rules;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Extractive;

/// <summary>
/// The built-in generator: no model, only rules that turn sentences into questions, always the same for the same text.
/// It answers like a model, so everything after it works the same.
/// </summary>
public sealed class ExtractivePairGenerator : IPairGenerator
{
    public const string Template = "extractive";
    public const string Version = "2";

    /// <summary>The first matching rule asks about a sentence: from the most specific question to the most general.</summary>
    private static readonly ISentenceRule[] Rules =
        [new FigureRule(), new ReasonRule(), new ProcedureRule(), new ConditionRule(), new DefinitionRule(), new ObligationRule(), new ContentRule()];

    private static readonly PairChecks Checks = new(CheckOptions.ForRules, context: "", "English");

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Task<GeneratorReply> AskAsync(GenerationRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var drafts = Passages.In(request)
            .SelectMany(Write)
            .Where(draft => request.Recipe.Types.Contains(draft.QuestionType, StringComparer.Ordinal) && IsFit(draft))
            .DistinctBy(draft => draft.Question, StringComparer.OrdinalIgnoreCase)
            .ExceptBy(request.Existing, draft => draft.Question, StringComparer.OrdinalIgnoreCase)
            .ToArray();
        return Task.FromResult(new GeneratorReply(Content(Spread(drafts, request.Pairs)), "stop", 0, 0, Generator.ExtractiveModel));
    }

    private static IEnumerable<PairDraft> Write(Passage passage)
    {
        if (PassageRules.AskHeading(passage) is { } asked)
        {
            // Its sentences answer the heading; a question about one of them would ask for less.
            return [asked];
        }

        var pairs = passage.Sentences.Where(sentence => sentence.IsStandalone()).Select(Write).OfType<PairDraft>();
        return PassageRules.AskSteps(passage) is { } steps ? pairs.Prepend(steps) : pairs;
    }

    private static PairDraft? Write(Sentence sentence)
    {
        foreach (var rule in Rules)
        {
            if (rule.Ask(sentence.Inner) is { } question)
            {
                return new(question, sentence.Text, [sentence.Source], rule.Type, "easy");
            }
        }

        return null;
    }

    /// <summary>A pair that the checks would flag is not written in the first place.</summary>
    private static bool IsFit(PairDraft draft) =>
        draft.Question.Count(c => c == '(') == draft.Question.Count(c => c == ')')
        && Checks.Of(draft, [new(string.Join('\n', draft.Quotes), 0, 0, 0, EvidenceMatch.Exact)]).Count == 0;

    /// <summary>If there are more pairs than asked for, they come evenly from the whole text.</summary>
    private static IEnumerable<PairDraft> Spread(PairDraft[] drafts, int count) => drafts.Length <= count
        ? drafts
        : Enumerable.Range(0, count).Select(i => drafts[i * drafts.Length / count]);

    private static string Content(IEnumerable<PairDraft> drafts) => JsonSerializer.Serialize(
        new { Pairs = drafts.Select(d => new { d.Question, d.Answer, Evidence = d.Quotes, Type = d.QuestionType, d.Difficulty }) }, Json);
}
