using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using SynthDataGen.Api.Review;
using SynthDataGen.Client.Review;
using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Data.Generation.Limits;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Asking;
using SynthDataGen.Core.Generation.Replies;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Api.Generation;

/// <summary>Has a pair written anew about the context that it came from. Only the answer is kept; the pair stays as it is.</summary>
internal sealed class PairRegeneration(
    PairGenerators generators, GeneratorKeys keys, GenerationRecords generation, RegenerationRecords records, LimitRecords limits, IOptions<GenerationOptions> options, TimeProvider time)
{
    /// <summary>A page gives a call up after 100 seconds.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);

    /// <summary>What came of it.</summary>
    public async Task<Regeneration> RunAsync(PairOrigin origin, Core.Generation.Generator generator, string remark, CancellationToken cancellationToken)
    {
        var pair = origin.Pair;
        var source = await generation.LoadTextAsync(pair.RevisionId, cancellationToken);
        var shown = ShownText.Of(source.Text, origin.Item.ToSpan());
        var request = new GenerationRequest(shown.Text, shown.HeadingPath, source.DocumentKey, origin.Run.Recipe, 1)
        {
            Places = shown.Places,
            Regenerated = new Core.Generation.Regeneration(pair.Question, pair.Answer, [.. pair.Evidence.Select(evidence => evidence.Quote)], pair.QuestionType, pair.Difficulty, remark),
        };

        var made = await AskAsync(origin, generator, request, shown, cancellationToken);
        var candidate = made.Pair is null ? null : await ToWireAsync(origin, made.Pair, cancellationToken);
        var cost = TokenPrices.Of(generator).CostOf(made.InputTokens, made.OutputTokens);
        return new()
        {
            Pair = candidate, Failure = FailureOf(made), Generator = generator.Name, Model = made.Model ?? generator.Model,
            Tokens = new(made.InputTokens, made.OutputTokens), Cost = cost, Kept = made is { Calls: 0, Pair: not null },
        };
    }

    private async Task<RegenerationResult> AskAsync(PairOrigin origin, Core.Generation.Generator generator, GenerationRequest request, ShownText shown, CancellationToken cancellationToken)
    {
        try
        {
            var asked = generators.For(generator, keys.Of(generator), pipeline => pipeline.Use(inner => new QueuedChatClient(inner, limits, time)));
            var regenerator = new PairRegenerator(records.MemoryOf(origin, generator), options.Value);
            return await Patience.WithinAsync(Longest, token => regenerator.RegenerateAsync(generator, asked, request, shown, token), cancellationToken);
        }
        catch (GeneratorException e)
        {
            return new() { Failure = e };
        }
    }

    private async Task<RegeneratedPair> ToWireAsync(PairOrigin origin, GroundedPair pair, CancellationToken cancellationToken)
    {
        var isDuplicate = await records.IsDuplicateAsync(origin.Pair, pair.Draft, cancellationToken);
        var flags = isDuplicate ? [.. pair.Flags, PairFlags.Duplicate] : pair.Flags;
        return new(pair.Draft.Question, pair.Draft.Answer, PairMapping.ToWire(pair.Evidence), flags);
    }

    private static RegenerationFailure? FailureOf(RegenerationResult made) => made switch
    {
        { Failure: { } failure } => new(failure.Reason, $"{failure.Message.TrimEnd('.')}. {WhatToDo(failure)}"),
        { Pair: null } => new("nothing-written", "The model wrote no other pair: the text may not hold what the remark asks for. Word the remark otherwise, or edit the pair."),
        _ => null,
    };

    private static string WhatToDo(GeneratorException failure) => failure.Reason switch
    {
        GeneratorException.RateLimited => "Wait a little, and ask again.",
        GeneratorException.Unauthorized => "Enter a key that is accepted under Generation, Generators.",
        GeneratorException.QuotaExhausted => "Top up the account, or enter another key under Generation, Generators.",
        GeneratorException.Refused => "Word the remark otherwise, or edit the pair.",
        GeneratorException.Truncated => "Ask for a shorter answer, or edit the pair.",
        GeneratorException.EmptyReply or GeneratorException.MalformedReply => "Ask again, or edit the pair.",
        _ => "Test the generator under Generation, Generators, and ask again.",
    };
}
