using System.Text.Encodings.Web;
using System.Text.Json;
using SynthDataGen.Core.Generation.Checks;
using SynthDataGen.Core.Generation.Extractive.Rules;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Extractive;

/// <summary>
/// The built-in generator: no model, only rules that turn sentences into questions, the same for the same text always.
/// It answers in the shape of a model, so that everything after it is the same.
/// </summary>
public sealed class ExtractivePairGenerator : IPairGenerator
{
    public const string Template = "extractive";
    public const string Version = "2";

    /// <summary>A sentence goes to the first rule that takes it: from the most telling question to the plainest.</summary>
    private static readonly ISentenceRule[] Rules =
        [new FigureRule(), new ReasonRule(), new ProcedureRule(), new ConditionRule(), new DefinitionRule(), new ObligationRule(), new ContentRule(), new PassiveRule()];

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
        if (HeadingQuestionRule.Write(passage) is { } asked)
        {
            // Its sentences answer the heading; each alone would ask for less.
            return [asked];
        }

        var pairs = passage.Sentences.Where(Standalone.Is).Select(Write).OfType<PairDraft>();
        return StepsRule.Write(passage) is { } steps ? pairs.Prepend(steps) : pairs;
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

    /// <summary>What the checks would flag is not written in the first place.</summary>
    private static bool IsFit(PairDraft draft) =>
        draft.Question.Count(c => c == '(') == draft.Question.Count(c => c == ')')
        && Checks.Of(draft, [new(string.Join('\n', draft.Quotes), 0, 0, 0, EvidenceMatch.Exact)]).Count == 0;

    /// <summary>Where there are more pairs than asked for, they come evenly from the whole text.</summary>
    private static IEnumerable<PairDraft> Spread(PairDraft[] drafts, int count) => drafts.Length <= count
        ? drafts
        : Enumerable.Range(0, count).Select(i => drafts[i * drafts.Length / count]);

    private static string Content(IEnumerable<PairDraft> drafts) => JsonSerializer.Serialize(
        new { Pairs = drafts.Select(d => new { d.Question, d.Answer, Evidence = d.Quotes, Type = d.QuestionType, d.Difficulty }) }, Json);
}
