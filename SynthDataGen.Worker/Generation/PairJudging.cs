using Microsoft.Extensions.Options;
using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Asking;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;
using SynthDataGen.Worker.Generation.Limits;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Generation;

/// <summary>Has a context's pairs judged: as soon as they are written, or later, after their run had ended.</summary>
internal sealed partial class PairJudging(
    GenerationRecords records, JudgeRecords judging, RunGenerators generators, IOptions<GenerationOptions> options, TimeProvider time, ILogger<PairJudging> logger)
{
    /// <summary>The pairs with what the judge said of them.</summary>
    /// <exception cref="GeneratorException">Nothing usable was said of them; the reason says why.</exception>
    public async Task<IReadOnlyList<GroundedPair>> JudgeAsync(
        OpenContexts open, RunItem item, GenerationRequest request, IReadOnlyList<GroundedPair> pairs, CancellationToken cancellationToken)
    {
        var judge = open.Judge ?? throw new GeneratorException(GeneratorException.BadRequest, "The generator that was to judge was taken away.");
        var memory = new PatientMemory(records.JudgeMemoryOf(open, item), time);
        return await new PairJudge(memory, options.Value).JudgeAsync(judge, generators.For(judge, open.Run), request, pairs, cancellationToken);
    }

    /// <summary>Has those pairs of a context judged that were not. What goes wrong ends the judging of this context alone, with its reason.</summary>
    public async Task JudgeAsync(OpenContexts open, RunItem item, SourceText source, CancellationToken cancellationToken)
    {
        var pairs = await judging.ListAsync(item, cancellationToken);
        try
        {
            var (_, request) = source.Show(item, open.Run.Recipe, pairs.Count);
            var judged = await JudgeAsync(open, item, request, [.. pairs.Select(AsWritten)], cancellationToken);
            await judging.EndAsync(open.Run, item, pairs, judged, null);
        }
        catch (GeneratorException failure)
        {
            await judging.EndAsync(open.Run, item, pairs, [], failure);
        }
        catch (OverBudgetException)
        {
            // They stay to be judged, and the run says why.
        }
        catch (Exception e) when (e is not OperationCanceledException && !TransientFaults.IsTransient(e))
        {
            // A fault of ours in one context must not hold up the run for ever.
            Unforeseen(item.Id, e);
            await judging.EndAsync(open.Run, item, pairs, [], new(GeneratorException.Internal, "Something went wrong on our side; the log has the details.", inner: e));
        }
    }

    private static GroundedPair AsWritten(Pair pair) => new(
        new(pair.Question, pair.Answer, [.. pair.Evidence.Select(evidence => evidence.Quote)], pair.QuestionType, pair.Difficulty), pair.Evidence, pair.Flags);

    [LoggerMessage(LogLevel.Error, "The pairs of context {Item} could not be judged for a reason that nobody foresaw")]
    private partial void Unforeseen(Guid item, Exception exception);
}
