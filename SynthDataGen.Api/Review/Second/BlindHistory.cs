using SynthDataGen.Core.Review.Second;
using Decision = SynthDataGen.Core.Review.Decision;

namespace SynthDataGen.Api.Review.Second;

/// <summary>What of a pair's history somebody is shown, so that two opinions are independent, and who decides between them does not go by names.</summary>
internal static class BlindHistory
{
    /// <summary>Other people's opinions are left out until both are in.</summary>
    public static IReadOnlyList<Decision> ShownTo(this IReadOnlyList<Decision> history, string caller, ReviewStage? stage) =>
        stage is ReviewStage.Adjudication or ReviewStage.Settled ? history : [.. history.Where(d => !d.Opinion || d.By == caller)];

    /// <summary>Whether it is not told whose opinion this is: until somebody decided between both.</summary>
    public static bool HidesNameOf(this ReviewStage? stage, Decision opinion, string caller) =>
        stage == ReviewStage.Adjudication && opinion.Opinion && opinion.By != caller;
}
