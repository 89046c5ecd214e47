using Microsoft.Extensions.Options;
using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Asking;
using SynthDataGen.Core.Generation.Replies;

namespace SynthDataGen.Worker;

/// <summary>
/// Takes one context to its pairs. Every answer is kept before it is read: when the process dies behind it, or the context
/// is taken up by another worker, the answer is read again instead of paid again.
/// </summary>
internal sealed partial class ContextAsking(
    GenerationRecords records, PairGenerators generators, GeneratorKeys keys, GeneratorSlots slots, IOptions<GenerationOptions> options, ILogger<ContextAsking> logger)
{
    public async Task AskAsync(OpenContexts open, RunItem item, SourceText source, CancellationToken cancellationToken)
    {
        try
        {
            var generator = open.Generator
                ?? throw new GeneratorException(GeneratorException.BadRequest, $"The generator \"{open.Run.GeneratorName}\" was taken away.");
            await AskAsync(open.Run, generator, item, source, cancellationToken);
        }
        catch (GeneratorException e)
        {
            await records.FailAsync(open.Run, item, e, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException && !PieceJob.IsAway(e))
        {
            // A fault of ours in one context must not hold up the run for ever.
            Unforeseen(item.Id, e);
            var failure = new GeneratorException(GeneratorException.Internal, "Something went wrong on our side; the log has the details.", inner: e);
            await records.FailAsync(open.Run, item, failure, cancellationToken);
        }
    }

    private async Task AskAsync(Run run, Generator generator, RunItem item, SourceText source, CancellationToken cancellationToken)
    {
        var text = source.Text.Text;
        var window = new SourceWindow(text, item.Start, item.End, offset => PageSpans.At(source.Text.Pages, offset));
        var request = new GenerationRequest(text[item.Start..item.End], item.HeadingPath, source.DocumentKey, run.Recipe, item.Pairs);
        for (var attempt = 0; ; attempt++)
        {
            var reply = await AnswerAsync(generator, item, request, attempt, cancellationToken);
            try
            {
                var pairs = PairWriter.Write(reply, window, item.Pairs);
                var template = PairGenerators.TemplateOf(generator);
                await records.SucceedAsync(run, item, pairs, reply.Model, template.Name, template.Version, cancellationToken);
                return;
            }
            catch (GeneratorException e) when (Reask.Next(request, e, attempt, options.Value) is { } next)
            {
                request = next;
            }
        }
    }

    /// <summary>The answer that was given to this request before, or a new one, which is kept at once.</summary>
    private async Task<GeneratorReply> AnswerAsync(
        Generator generator, RunItem item, GenerationRequest request, int attempt, CancellationToken cancellationToken)
    {
        var hash = $"{item.Round}:{RequestHash.Of(generator, request, attempt)}";
        if (await records.FindCallAsync(item.Id, hash, cancellationToken) is { } known)
        {
            return new(known.Content, known.FinishReason, known.InputTokens, known.OutputTokens, known.Model);
        }

        GeneratorReply reply;
        using (await slots.TakeAsync(generator, cancellationToken))
        {
            reply = await generators.For(generator, keys.Of(generator)).AskAsync(request, cancellationToken);
        }

        // Not to be cancelled: the answer is paid for.
        await records.KeepAsync(item, hash, reply, CancellationToken.None);
        return reply;
    }

    [LoggerMessage(LogLevel.Error, "Context {Item} failed for a reason that nobody foresaw")]
    private partial void Unforeseen(Guid item, Exception exception);
}
