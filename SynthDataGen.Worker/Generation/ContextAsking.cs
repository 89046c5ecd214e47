using Microsoft.Extensions.Options;
using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Asking;
using SynthDataGen.Core.Generation.Replies;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Generation;

/// <summary>Takes one context to its pairs: ask, save. What goes wrong ends this context alone, with its reason.</summary>
internal sealed partial class ContextAsking(
    GenerationRecords records, PairGenerators generators, GeneratorKeys keys, IOptions<GenerationOptions> options, TimeProvider time, ILogger<ContextAsking> logger)
{
    public async Task AskAsync(OpenContexts open, RunItem item, SourceText source, CancellationToken cancellationToken)
    {
        try
        {
            var generator = open.Generator
                ?? throw new GeneratorException(GeneratorException.BadRequest, $"The generator \"{open.Run.GeneratorName}\" was taken away.");
            var made = await MakeAsync(open.Run, generator, item, source, cancellationToken);
            await records.SucceedAsync(open.Run, item, made, PairGenerators.TemplateOf(generator, open.Run.Recipe), cancellationToken);
        }
        catch (GeneratorException e)
        {
            await records.FailAsync(open.Run, item, e, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException && !Away.IsAway(e))
        {
            // A fault of ours in one context must not hold up the run for ever.
            Unforeseen(item.Id, e);
            var failure = new GeneratorException(GeneratorException.Internal, "Something went wrong on our side; the log has the details.", inner: e);
            await records.FailAsync(open.Run, item, failure, cancellationToken);
        }
    }

    private Task<MadePairs> MakeAsync(Run run, Generator generator, RunItem item, SourceText source, CancellationToken cancellationToken)
    {
        var window = new SourceWindow(source.Text.Text, item.Start, item.End, offset => PageSpans.At(source.Text.Pages, offset), item.Header);
        var request = new GenerationRequest(window.Shown, item.HeadingPath, source.DocumentKey, run.Recipe, item.Pairs);
        var asked = generators.For(generator, keys.Of(generator));
        var memory = new PatientMemory(records.MemoryOf(item, generator), time);
        return new PairMaker(memory, options.Value).MakeAsync(generator, asked, request, window, cancellationToken);
    }

    [LoggerMessage(LogLevel.Error, "Context {Item} failed for a reason that nobody foresaw")]
    private partial void Unforeseen(Guid item, Exception exception);
}
