namespace SynthDataGen.Client.Generation;

/// <summary>A named chat endpoint, or the built-in extractive generator (<see cref="Endpoint"/> null). Its key is never returned.</summary>
public sealed record Generator
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its name in the workspace.</summary>
    public required string Name { get; init; }

    /// <summary>Base address of an OpenAI-compatible API; null: built-in.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The model's name as the endpoint knows it.</summary>
    public required string Model { get; init; }

    /// <summary>Whether a key is set.</summary>
    public required bool HasApiKey { get; init; }

    /// <summary>Calls in flight at the same time per worker.</summary>
    public required int Concurrency { get; init; }

    /// <summary>Most calls per minute; null: no limit.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Most tokens per minute; null: no limit.</summary>
    public int? TokensPerMinute { get; init; }

    /// <summary>Price per million input tokens; null: unknown.</summary>
    public decimal? InputPrice { get; init; }

    /// <summary>Price per million output tokens; null: unknown.</summary>
    public decimal? OutputPrice { get; init; }

    /// <summary>Whether runs use it unless they name another.</summary>
    public required bool IsDefault { get; init; }

    /// <summary>How many tokens its model counts for each one we estimate, 0.5–3, learned from its endpoint; 1 until known.</summary>
    public double TokensPerEstimated { get; init; } = 1;

    /// <summary>How many calls that is based on; 0 until known.</summary>
    public int CalibrationCalls { get; init; }

    /// <summary>How its endpoint is told the shape of answers, learned from what it accepted: schema, json, text; null: unknown.</summary>
    public string? ResponseFormat { get; init; }
}

/// <summary>A generator to create or change. <see cref="ApiKey"/> null keeps the current key; empty removes it.</summary>
public sealed record NewGenerator(string Name, string? Endpoint, string Model)
{
    /// <summary>Api key.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Concurrency.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>Requests per minute.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Tokens per minute.</summary>
    public int? TokensPerMinute { get; init; }

    /// <summary>Input price.</summary>
    public decimal? InputPrice { get; init; }

    /// <summary>Output price.</summary>
    public decimal? OutputPrice { get; init; }

    /// <summary>Is default.</summary>
    public bool IsDefault { get; init; }
}

/// <summary>The result of a small test call to a generator.</summary>
public sealed record GeneratorTest
{
    /// <summary>Whether it answered with usable pairs.</summary>
    public required bool Ok { get; init; }

    /// <summary>One sentence: what worked, or what went wrong and what to do.</summary>
    public required string Message { get; init; }

    /// <summary>How long the call took.</summary>
    public required long Milliseconds { get; init; }

    /// <summary>The model's name as the endpoint reports it.</summary>
    public string? Model { get; init; }

    /// <summary>How the endpoint is told the shape of answers: schema, json, text; null: it did not answer.</summary>
    public string? ResponseFormat { get; init; }
}

/// <summary>What to run. By default, the default recipe over all ready documents.</summary>
public sealed record NewRun
{
    /// <summary>The recipe; null: <c>default</c>.</summary>
    public Guid? RecipeId { get; init; }

    /// <summary>The documents; null: all that are ready.</summary>
    public IReadOnlyList<Guid>? DocumentIds { get; init; }

    /// <summary>A generator's name; null: the recipe's, else the default one.</summary>
    public string? Generator { get; init; }

    /// <summary>Most pairs in total.</summary>
    public int? MaxPairs { get; init; }

    /// <summary>
    /// Most money to spend, in the currency of the generator's prices; the run stops before a call that would exceed it.
    /// </summary>
    public decimal? Budget { get; init; }

    /// <summary>Whether <see cref="MaxPairs"/> must be reached: if answers yield fewer, up to three further rounds ask for other pairs.</summary>
    public bool Exactly { get; init; }
}

/// <summary>How to resume a run. <paramref name="Budget"/> replaces its budget; null keeps it.</summary>
public sealed record ResumeRun(decimal? Budget = null);

/// <summary>Which generator judges the pairs of a run that has ended. <paramref name="Generator"/> null: the run's judge, else the recipe's.</summary>
public sealed record JudgeRun(string? Generator = null);

/// <summary>One execution of a recipe.</summary>
public sealed record Run
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>planned, running, paused, finished, finishedWithFailures, cancelled, overBudget.</summary>
    public required string State { get; init; }

    /// <summary>Its state in one sentence: "finished, 3 of 40 contexts failed".</summary>
    public required string Summary { get; init; }

    /// <summary>The generator's name.</summary>
    public required string Generator { get; init; }

    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>The recipe's name.</summary>
    public required string Recipe { get; init; }

    /// <summary>How many contexts, by state.</summary>
    public required ContextCounts Contexts { get; init; }

    /// <summary>Pairs written so far.</summary>
    public required int Pairs { get; init; }

    /// <summary>Failed contexts by reason.</summary>
    public required IReadOnlyList<FailureCount> Failures { get; init; }

    /// <summary>Tokens used so far.</summary>
    public required TokenCounts Tokens { get; init; }

    /// <summary>Their cost, if prices are known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Who started it.</summary>
    public required string StartedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended; null while it is active.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>
    /// Chunks of its documents that no generator was asked about, for they are boilerplate: contents, index, licence, references,
    /// history.
    /// </summary>
    public int SkippedChunks { get; init; }

    /// <summary>Most money to spend; null: no limit.</summary>
    public decimal? Budget { get; init; }

    /// <summary>Why it is paused and what to do about it; null unless paused.</summary>
    public string? PauseReason { get; init; }

    /// <summary>When a paused run resumes automatically; null: only when somebody resumes it.</summary>
    public DateTimeOffset? ResumesAt { get; init; }

    /// <summary>Contexts whose pairs should have been judged but were not, by reason; their pairs are kept.</summary>
    public IReadOnlyList<FailureCount>? Unjudged { get; init; }

    /// <summary>Calls in flight.</summary>
    public int InFlight { get; init; }

    /// <summary>Calls repeated so far because the endpoint failed or its answer was unusable.</summary>
    public int Retries { get; init; }

    /// <summary>Unjudged pairs of a run that has a judge, without rejected ones.</summary>
    public int UnjudgedPairs { get; init; }

    /// <summary>Contexts whose pairs are still to be judged after the run ended; 0 unless that is under way.</summary>
    public int ToJudge { get; init; }

    /// <summary>Most pairs in total; null: no limit.</summary>
    public int? MaxPairs { get; init; }

    /// <summary>Whether exactly so many pairs are to be written.</summary>
    public bool Exactly { get; init; }

    /// <summary>How many of them are not written yet; once it has ended: how many it could not write.</summary>
    public int MissingPairs { get; init; }

    /// <summary>Whether it still has work to do.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsActive => State is "planned" or "running" or "paused";
}

/// <summary>Contexts of a run by state.</summary>
public sealed record ContextCounts(int Total, int Succeeded, int Failed, int Pending);

/// <summary>How many contexts failed for one reason.</summary>
public sealed record FailureCount(string Reason, int Count, string? Message = null);

/// <summary>Tokens in and out.</summary>
public sealed record TokenCounts(long Input, long Output);
