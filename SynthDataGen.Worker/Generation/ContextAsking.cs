using Microsoft.Extensions.Options;
using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Asking;
using SynthDataGen.Core.Generation.Telemetry;
using SynthDataGen.Worker.Generation.Limits;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Generation;

/// <summary>Takes one context to its pairs: ask, have them judged, save. What goes wrong ends this context alone, with its reason.</summary>
internal sealed partial class ContextAsking(
    GenerationRecords records, PairJudging judging, RunGenerators generators, IOptions<GenerationOptions> options, TimeProvider time, ILogger<ContextAsking> logger)
{
    public async Task AskAsync(OpenContexts open, RunItem item, SourceText source, CancellationToken cancellationToken)
    {
        try
        {
            var generator = open.Generator
                ?? throw new GeneratorException(GeneratorException.BadRequest, $"The generator \"{open.Run.GeneratorName}\" was taken away.");
            var made = await MakeAsync(open, generator, item, source, cancellationToken);
            await records.SucceedAsync(open.Run, item, made, PairGenerators.TemplateOf(generator, open.Run.Recipe));
            Instruments.Succeeded(generator.Name, made.Pairs);
        }
        catch (GeneratorException e)
        {
            await FailAsync(open, item, e);
        }
        catch (OverBudgetException)
        {
            // It stays pending, and the run says why.
        }
        catch (Exception e) when (e is not OperationCanceledException && !TransientFaults.IsTransient(e))
        {
            // A fault of ours in one context must not hold up the run for ever.
            Unforeseen(item.Id, e);
            await FailAsync(open, item, new(GeneratorException.Internal, "Something went wrong on our side; the log has the details.", inner: e));
        }
    }

    private async Task FailAsync(OpenContexts open, RunItem item, GeneratorException failure)
    {
        await records.FailAsync(open.Run, item, failure);
        Instruments.Failed(open.Run.GeneratorName, failure.Reason);
    }

    private async Task<MadePairs> MakeAsync(OpenContexts open, Generator generator, RunItem item, SourceText source, CancellationToken cancellationToken)
    {
        var (shown, request) = source.Show(item, open.Run.Recipe, item.Pairs);
        request = request with { Existing = open.QuestionsOf(item) };
        var asked = generators.For(generator, open.Run);
        var memory = new PatientMemory(records.MemoryOf(open, item), time);
        var made = await new PairMaker(memory, options.Value).MakeAsync(generator, asked, request, shown, cancellationToken);
        return open.Run.JudgeGeneratorId is null ? made : await JudgeAsync(open, item, request, made, cancellationToken);
    }

    /// <summary>A judge that fails loses no pair: they are saved without its judgement, and the run says why.</summary>
    private async Task<MadePairs> JudgeAsync(OpenContexts open, RunItem item, GenerationRequest request, MadePairs made, CancellationToken cancellationToken)
    {
        try
        {
            return made with { Pairs = await judging.JudgeAsync(open, item, request, made.Pairs, cancellationToken) };
        }
        catch (GeneratorException failure)
        {
            return made with { JudgeFailure = failure };
        }
    }

    [LoggerMessage(LogLevel.Error, "Context {Item} failed for a reason that nobody foresaw")]
    private partial void Unforeseen(Guid item, Exception exception);
}
