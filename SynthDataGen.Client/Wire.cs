using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using SynthDataGen.Client.Review;

namespace SynthDataGen.Client;

/// <summary>The only place that knows HTTP: addresses, JSON, problem details.</summary>
internal sealed class Wire(HttpClient http, string? token)
{
    /// <summary>A server of another version may leave fields out, so none is demanded.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { DemandNothing } },
    };

    public Task<T> GetAsync<T>(string path, CancellationToken cancellationToken) =>
        SendAsync<T>(HttpMethod.Get, path, null, cancellationToken);

    public Task<T> PostAsync<T>(string path, object? body, CancellationToken cancellationToken) =>
        SendAsync<T>(HttpMethod.Post, path, body, cancellationToken);

    public async Task<T> SendAsync<T>(HttpMethod method, string path, object? body, CancellationToken cancellationToken)
    {
        using var content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body, body.GetType(), options: Json));
        using var response = await SendAsync(method, path, content, HttpCompletionOption.ResponseContentRead, cancellationToken).ConfigureAwait(false);
        try
        {
            return await response.Content.ReadFromJsonAsync<T>(Json, cancellationToken).ConfigureAwait(false) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new SynthDataGenException("The server's answer cannot be read. Is this the address of the Api?", "unreadable-reply", (int)response.StatusCode, e);
        }
    }

    public async Task SendAsync(HttpMethod method, string path, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(method, path, null, HttpCompletionOption.ResponseContentRead, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The response's body as it arrives; disposing the stream ends the response.</summary>
    public async Task<Stream> StreamAsync(string path, CancellationToken cancellationToken)
    {
        var response = await SendAsync(HttpMethod.Get, path, null, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        Stream? body = null;
        try
        {
            body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return new ResponseStream(response, body);
        }
        finally
        {
            if (body is null)
            {
                response.Dispose();
            }
        }
    }

    /// <summary>A path with a query of what is given; what is null is left out.</summary>
    public static string Query(string path, params ReadOnlySpan<(string Name, object? Value)> parts) => QueryText.Address(path, QueryText.Join(parts));

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, HttpContent? content, HttpCompletionOption completion, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, "api/v1/" + path) { Content = content };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(request, completion, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException e)
        {
            throw new SynthDataGenException($"The server at {http.BaseAddress} does not answer. Is it running?", "unreachable", 0, e);
        }
        catch (TaskCanceledException e) when (e.InnerException is TimeoutException)
        {
            throw new SynthDataGenException($"The server at {http.BaseAddress} took too long to answer.", "timed-out", 0, e);
        }

        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await ProblemAsync(response, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<SynthDataGenException> ProblemAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        var problem = Parse(text);
        var message = Text(problem, "detail") ?? Text(problem, "title") ?? Sentence(response.StatusCode);
        if (response.StatusCode == HttpStatusCode.Conflict && problem?["current"] is JsonObject pair && pair.Deserialize<Pair>(Json) is { } current)
        {
            return new PairChangedException(message, current);
        }

        return new SynthDataGenException(message, Text(problem, "code") ?? $"http-{(int)response.StatusCode}", (int)response.StatusCode);
    }

    private static void DemandNothing(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            property.IsRequired = false;
        }
    }

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null; // A proxy's page, say; the status speaks for itself.
        }
    }

    private static string? Text(JsonObject? problem, string name) =>
        problem?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static string Sentence(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => "You are not signed in, or the sign-in has expired.",
        HttpStatusCode.NotFound => "There is no such thing here.",
        HttpStatusCode.RequestEntityTooLarge => "That is larger than the server accepts.",
        _ => $"The server answered {(int)status}.",
    };
}
