using Microsoft.Extensions.AI;
using SynthDataGen.Core.Data.Generation.Limits;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Chat;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Generation.Limits;

/// <summary>The run's budget has no room for the call.</summary>
internal sealed class OverBudgetException() : Exception("The run is over budget.");

/// <summary>Makes calls while the run's budget lasts.</summary>
internal sealed partial class BudgetedChatClient(
    IChatClient inner, Guid runId, RunBudgets budgets, ILogger<BudgetedChatClient> logger) : DelegatingChatClient(inner)
{
    /// <exception cref="OverBudgetException">The call would exceed the budget.</exception>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var call = CallOptions.From(options);
        var prices = TokenPrices.Of(call.Generator);
        var reserved = prices.CostOf(call.Estimate.Input, call.Estimate.Output) ?? 0;
        if (!await budgets.TryReserveAsync(runId, reserved))
        {
            throw new OverBudgetException();
        }

        var cost = 0m;
        try
        {
            var response = await base.GetResponseAsync(messages, options, cancellationToken);
            cost = prices.CostOf(response.Usage?.InputTokenCount ?? 0, response.Usage?.OutputTokenCount ?? 0) ?? 0;
            return response;
        }
        finally
        {
            await CorrectAsync(reserved, cost);
        }
    }

    /// <summary>A paid answer is worth more than an exact sum, which is added up again when the run resumes.</summary>
    private async Task CorrectAsync(decimal reserved, decimal cost)
    {
        try
        {
            await budgets.CorrectAsync(runId, reserved, cost);
        }
        catch (Exception e) when (TransientFaults.IsTransient(e))
        {
            NotCorrected(runId, e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The cost of a call of run {Run} could not be saved; its estimate counts until the run is resumed")]
    private partial void NotCorrected(Guid run, Exception exception);
}
