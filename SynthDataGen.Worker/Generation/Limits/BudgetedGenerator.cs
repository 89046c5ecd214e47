using SynthDataGen.Core.Data.Generation.Limits;
using SynthDataGen.Core.Generation;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Generation.Limits;

/// <summary>The run's budget has no room for the call.</summary>
internal sealed class OverBudgetException() : Exception("The run is over budget.");

/// <summary>Asks a generator while the run's budget lasts.</summary>
internal sealed partial class BudgetedGenerator(
    IPairGenerator asked, Generator generator, Guid runId, RunBudgets budgets, ILogger<BudgetedGenerator> logger) : IPairGenerator
{
    /// <exception cref="OverBudgetException">The call would exceed the budget.</exception>
    public async Task<GeneratorReply> AskAsync(GenerationRequest request, CancellationToken cancellationToken)
    {
        var prices = TokenPrices.Of(generator);
        var (input, output) = CallEstimate.Of(generator, request);
        var reserved = prices.CostOf(input, output) ?? 0;
        if (!await budgets.TryReserveAsync(runId, reserved))
        {
            throw new OverBudgetException();
        }

        var cost = 0m;
        try
        {
            var reply = await asked.AskAsync(request, cancellationToken);
            cost = prices.CostOf(reply.InputTokens, reply.OutputTokens) ?? 0;
            return reply;
        }
        finally
        {
            await CorrectAsync(reserved, cost);
        }
    }

    /// <summary>An answer that is paid for is worth more than an exact sum: that is added up anew when the run goes on.</summary>
    private async Task CorrectAsync(decimal reserved, decimal cost)
    {
        try
        {
            await budgets.CorrectAsync(runId, reserved, cost);
        }
        catch (Exception e) when (Away.IsAway(e))
        {
            NotCorrected(runId, e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "What a call of run {Run} did cost could not be noted; its estimate stands until the run is resumed")]
    private partial void NotCorrected(Guid run, Exception exception);
}
