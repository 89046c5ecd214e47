namespace SynthDataGen.Client.Generation;

/// <summary>A named chat endpoint, or the built-in extractive generator (<paramref name="Endpoint"/> null). Its key is never sent back.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name in the workspace.</param>
/// <param name="Endpoint">Base address of an OpenAI-compatible API; null: built-in.</param>
/// <param name="Model">The model's name as the endpoint knows it.</param>
/// <param name="HasApiKey">Whether a key is set.</param>
/// <param name="Concurrency">Calls in flight at once per worker.</param>
/// <param name="RequestsPerMinute">Most calls a minute; null: no bound.</param>
/// <param name="TokensPerMinute">Most tokens a minute; null: no bound.</param>
/// <param name="InputPrice">Price per million input tokens; null: unknown.</param>
/// <param name="OutputPrice">Price per million output tokens; null: unknown.</param>
/// <param name="IsDefault">Whether runs take this one when they name none.</param>
/// <param name="TokensPerEstimated">How many tokens its model makes of one that we estimate, 0.5–3, by what its endpoint counted; 1 until it is known.</param>
/// <param name="CalibrationCalls">How many calls that rests on; 0 until it is known.</param>
/// <param name="ResponseFormat">How its endpoint is told the shape of answers, learned from what it took: schema, json, text; null: not known yet.</param>
public sealed record Generator(
    Guid Id,
    string Name,
    string? Endpoint,
    string Model,
    bool HasApiKey,
    int Concurrency,
    int? RequestsPerMinute,
    int? TokensPerMinute,
    decimal? InputPrice,
    decimal? OutputPrice,
    bool IsDefault,
    double TokensPerEstimated = 1,
    int CalibrationCalls = 0,
    string? ResponseFormat = null);

/// <summary>A generator to make or change. <paramref name="ApiKey"/> null keeps the key that is set; empty takes it away.</summary>
public sealed record NewGenerator(
    string Name,
    string? Endpoint,
    string Model,
    string? ApiKey = null,
    int Concurrency = 4,
    int? RequestsPerMinute = null,
    int? TokensPerMinute = null,
    decimal? InputPrice = null,
    decimal? OutputPrice = null,
    bool IsDefault = false);

/// <summary>What one small test call to a generator showed.</summary>
/// <param name="Ok">Whether it answered with usable pairs.</param>
/// <param name="Message">One sentence: what worked, or what went wrong and what to do.</param>
/// <param name="Milliseconds">How long the call took.</param>
/// <param name="Model">The model's name as the endpoint gives it.</param>
/// <param name="ResponseFormat">How the endpoint is told the shape of answers, as it takes it: schema, json, text; null: it did not answer.</param>
public sealed record GeneratorTest(bool Ok, string Message, long Milliseconds, string? Model, string? ResponseFormat = null);

/// <summary>What to run; all may be left out: the default recipe over all ready documents.</summary>
/// <param name="RecipeId">The recipe; null: <c>default</c>.</param>
/// <param name="DocumentIds">The documents; null: all that are ready.</param>
/// <param name="Generator">A generator's name; null: the recipe's, else the default one.</param>
/// <param name="MaxPairs">Most pairs in all.</param>
/// <param name="Budget">Most money to spend, in the currency of the generator's prices; the run ends over budget before a call that would exceed it.</param>
/// <param name="Exactly">Whether <paramref name="MaxPairs"/> is to be reached: where answers bring fewer, up to three further rounds ask for other pairs.</param>
public sealed record NewRun(
    Guid? RecipeId = null, IReadOnlyList<Guid>? DocumentIds = null, string? Generator = null, int? MaxPairs = null, decimal? Budget = null,
    bool Exactly = false);

/// <summary>How to go on with a run. <paramref name="Budget"/> takes the place of its budget; null: it stays.</summary>
public sealed record ResumeRun(decimal? Budget = null);

/// <summary>Who is to judge the pairs of a run that has ended. <paramref name="Generator"/> null: the one that was to, else the recipe's.</summary>
public sealed record JudgeRun(string? Generator = null);

/// <summary>One execution of a recipe.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">planned, running, paused, finished, finishedWithFailures, cancelled, overBudget.</param>
/// <param name="Summary">One sentence that says where it stands: "finished, 3 of 40 contexts failed".</param>
/// <param name="Generator">The generator's name.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Recipe">The recipe's name.</param>
/// <param name="Contexts">How many contexts, by state.</param>
/// <param name="Pairs">Pairs written so far.</param>
/// <param name="Failures">Failed contexts by reason.</param>
/// <param name="Tokens">Tokens used so far.</param>
/// <param name="Cost">What they cost, where prices are known.</param>
/// <param name="StartedBy">Who started it.</param>
/// <param name="StartedAt">When.</param>
/// <param name="FinishedAt">When it ended; null while it goes on.</param>
/// <param name="SkippedChunks">Chunks of its documents that no generator was asked about, for they are boilerplate: contents, index, licence, references, history.</param>
/// <param name="Budget">Most money to spend; null: no bound.</param>
/// <param name="PauseReason">Why it is paused and what to do about it; null unless it is.</param>
/// <param name="ResumesAt">When a paused run tries again by itself; null: when somebody resumes it.</param>
/// <param name="Unjudged">Contexts whose pairs should have been judged and were not, by reason; their pairs are kept.</param>
/// <param name="InFlight">Calls that are being answered at this moment.</param>
/// <param name="Retries">Calls that were made again so far, because the endpoint had failed or its answer was of no use.</param>
/// <param name="UnjudgedPairs">Pairs that nobody judged, of a run that has a judge; rejected ones are left out.</param>
/// <param name="ToJudge">Contexts whose pairs are to be judged now, after the run had ended; 0 unless it goes on for that.</param>
/// <param name="MaxPairs">Most pairs in all; null: no bound.</param>
/// <param name="Exactly">Whether so many pairs are to be made exactly.</param>
/// <param name="MissingPairs">How many of them are not made yet; once it has ended: how many it could not make.</param>
public sealed record Run(
    Guid Id,
    string State,
    string Summary,
    string Generator,
    string Model,
    string Recipe,
    ContextCounts Contexts,
    int Pairs,
    IReadOnlyList<FailureCount> Failures,
    TokenCounts Tokens,
    decimal? Cost,
    string StartedBy,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    int SkippedChunks = 0,
    decimal? Budget = null,
    string? PauseReason = null,
    DateTimeOffset? ResumesAt = null,
    IReadOnlyList<FailureCount>? Unjudged = null,
    int InFlight = 0,
    int Retries = 0,
    int UnjudgedPairs = 0,
    int ToJudge = 0,
    int? MaxPairs = null,
    bool Exactly = false,
    int MissingPairs = 0)
{
    /// <summary>Whether work is still to be done.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsActive => State is "planned" or "running" or "paused";
}

/// <summary>Contexts of a run by state.</summary>
public sealed record ContextCounts(int Total, int Succeeded, int Failed, int Pending);

/// <summary>How many contexts failed for one reason.</summary>
public sealed record FailureCount(string Reason, int Count, string? Message = null);

/// <summary>Tokens in and out.</summary>
public sealed record TokenCounts(long Input, long Output);
