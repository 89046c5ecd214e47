using Microsoft.Extensions.Options;
using SynthDataGen.Api.Review;
using SynthDataGen.Client.Generation;
using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Data.Generation.Planning;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Checks;
using SynthDataGen.Core.Generation.Prompts;
using SynthDataGen.Core.Generation.Replies;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Api.Generation;

/// <summary>Asks a generator about one context as a run would, and shows all that came of it. Nothing is saved.</summary>
internal sealed class RecipeTrial(
    PairGenerators generators, GeneratorKeys keys, PlanRecords plans, RevisionContexts revisionContexts, GenerationRecords records, JudgeTrial judging,
    IOptions<GenerationOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <summary>Documents that are looked at for something to ask about, where none is named.</summary>
    private const int MostLookedAt = 20;

    /// <summary>What came of it; null where no document holds anything to ask about.</summary>
    public async Task<Trial?> RunAsync(Guid workspaceId, NewTrial body, Core.Generation.Generator generator, CancellationToken cancellationToken)
    {
        var recipe = body.Settings.ToEntity();
        if (await ChooseAsync(workspaceId, body, recipe, generator, cancellationToken) is not var (revision, contexts))
        {
            return null;
        }

        var at = Math.Max(0, body.Context ?? Middle(contexts)) % contexts.Count;
        var (span, source) = (contexts[at], await records.LoadTextAsync(revision.RevisionId, cancellationToken));
        var shown = ShownText.Of(source.Text, span);
        var request = new GenerationRequest(shown.Text, shown.HeadingPath, source.DocumentKey, recipe, recipe.PairsPerContext) { Places = shown.Places };
        var prompt = generator.Endpoint is null ? null : Prompt.For(request);

        var began = time.GetTimestamp();
        var asked = await AskAsync(generator, request, shown, cancellationToken);
        var judged = await judging.RunAsync(workspaceId, generator, request, asked.Pairs, Longest, cancellationToken);
        var cost = TokenPrices.Of(generator).CostOf(asked.Reply?.InputTokens ?? 0, asked.Reply?.OutputTokens ?? 0);
        return new()
        {
            DocumentId = revision.DocumentId, DocumentKey = source.DocumentKey, Context = at, Contexts = contexts.Count,
            HeadingPath = shown.HeadingPath, Text = request.Text, Pairs = [.. judged.Pairs.Select(ToWire)], Failure = asked.Failure,
            System = prompt?.System, User = prompt?.User, Reply = asked.Reply?.Content, Tokens = Sum(asked.Reply, judged.Reply),
            Cost = TokenPrices.Sum(cost, judged.Cost), Milliseconds = (long)time.GetElapsedTime(began).TotalMilliseconds,
            JudgeReply = judged.Reply?.Content, JudgeFailure = judged.Failure, Places = request.Places,
        };
    }

    private async Task<(CurrentRevision Revision, IReadOnlyList<ContextSpan> Contexts)?> ChooseAsync(
        Guid workspaceId, NewTrial body, Core.Generation.RecipeSettings recipe, Core.Generation.Generator generator, CancellationToken cancellationToken)
    {
        foreach (var revision in await plans.ListRevisionsAsync(workspaceId, body.DocumentId is { } id ? [id] : null, MostLookedAt, cancellationToken))
        {
            var (contexts, _) = await revisionContexts.PlanAsync(revision.RevisionId, recipe, generator, cancellationToken);
            if (contexts.Count > 0)
            {
                return (revision, contexts);
            }
        }

        return null;
    }

    /// <summary>Where there are multi-hop contexts, one of them: they are what the settings have beyond the usual.</summary>
    private static int Middle(IReadOnlyList<ContextSpan> contexts)
    {
        var joined = Enumerable.Range(0, contexts.Count).Where(i => contexts[i].Further.Count > 0).ToList();
        return joined.Count == 0 ? contexts.Count / 2 : joined[joined.Count / 2];
    }

    private async Task<Asked> AskAsync(Core.Generation.Generator generator, GenerationRequest request, ShownText shown, CancellationToken cancellationToken)
    {
        GeneratorReply? reply = null;
        try
        {
            reply = await generators.For(generator, keys.Of(generator)).AskWithinAsync(Longest, request, cancellationToken);
            var checks = PairChecks.For(generator, request, options.Value.Checks);
            return new(PairGrounder.Write(reply, shown, checks, request), reply, null);
        }
        catch (GeneratorException e)
        {
            return new([], reply, new(e.Reason, 1, e.Message));
        }
    }

    private static TrialPair ToWire(GroundedPair pair) => new()
    {
        Question = pair.Draft.Question, Answer = pair.Draft.Answer, QuestionType = pair.Draft.QuestionType,
        Difficulty = pair.Draft.Difficulty,
        Evidence = [.. pair.Evidence.Select(e => new Evidence { Quote = e.Quote, Start = e.Start, End = e.End, Page = e.Page, Match = e.Match.ToWire() })],
        Flags = pair.Flags, Judge = pair.Judgement?.ToWire(),
    };

    private static TokenCounts Sum(GeneratorReply? one, GeneratorReply? other) =>
        new((one?.InputTokens ?? 0) + (other?.InputTokens ?? 0), (one?.OutputTokens ?? 0) + (other?.OutputTokens ?? 0));

    private sealed record Asked(IReadOnlyList<GroundedPair> Pairs, GeneratorReply? Reply, FailureCount? Failure);
}
