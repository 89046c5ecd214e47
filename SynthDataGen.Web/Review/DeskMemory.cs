using System.Text.Json;
using Microsoft.JSInterop;
using SynthDataGen.Web.Review.Editing;

namespace SynthDataGen.Web.Review;

/// <summary>
/// What the browser remembers when the connection, the session or the server is lost (desk.js): text as it is typed, and decisions that the
/// server hasn't saved yet. It is kept per person and workspace.
/// </summary>
internal sealed class DeskMemory(IJSRuntime js, string scope)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private Task<IJSObjectReference>? module;
    private string written = "";

    /// <summary>Pairs with unsaved edits, newest first.</summary>
    public async Task<IReadOnlyList<Guid>> ListWordsAsync() => Parse<List<Guid>>(await CallAsync<string?>("kept", scope)) ?? [];

    /// <summary>The unsaved edit of a pair.</summary>
    public async Task<KeptWords?> RecallAsync(Guid pair) => Parse<KeptWords>(await CallAsync<string?>("recall", scope, pair));

    /// <summary>Forgets an edit that was saved or discarded.</summary>
    public async Task ForgetAsync(Guid pair) => await CallAsync<bool>("forget", scope, pair);

    /// <summary>This tab's decisions that were on their way when it lost the server.</summary>
    public async Task<IReadOnlyList<UnsentDecision>> ListUnsentAsync() => Parse<List<UnsentDecision>>(await CallAsync<string?>("unsent", scope)) ?? [];

    /// <summary>Remembers the decisions on their way.</summary>
    public async Task KeepUnsentAsync(IReadOnlyList<UnsentDecision> decisions)
    {
        var now = decisions.Count == 0 ? "" : JsonSerializer.Serialize(decisions, Json);
        if (now != written)
        {
            written = now;
            await CallAsync<bool>("keepUnsent", scope, now);
        }
    }

    /// <summary>Recent remarks, newest first.</summary>
    public async Task<IReadOnlyList<string>> ListRemarksAsync() => Parse<List<string>>(await CallAsync<string?>("remarks", scope)) ?? [];

    /// <summary>Remembers a remark.</summary>
    public async Task KeepRemarkAsync(string remark) => await CallAsync<bool>("keepRemark", scope, remark);

    private async Task<T?> CallAsync<T>(string name, params object[] values)
    {
        try
        {
            module ??= js.InvokeAsync<IJSObjectReference>("import", "./js/desk.js").AsTask();
            return await (await module).InvokeAsync<T>(name, values);
        }
        catch (JSDisconnectedException)
        {
            return default; // The tab is closed or lost; its memory stays in the browser.
        }
    }

    /// <summary>The stored text may come from an older version of ours, or from anybody.</summary>
    private static T? Parse<T>(string? json)
        where T : class
    {
        try
        {
            return string.IsNullOrEmpty(json) ? null : JsonSerializer.Deserialize<T>(json, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
