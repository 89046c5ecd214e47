using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SynthDataGen.Testing;

/// <summary>One way for <see cref="FakeOpenAI"/> to answer a call.</summary>
public sealed class FakeAnswer
{
    private readonly Func<FakeRequest, HttpContext, Task> send;

    private FakeAnswer(Func<FakeRequest, HttpContext, Task> send) => this.send = send;

    /// <summary>As many pairs as the prompt asks for, each quoting a sentence of the text.</summary>
    public static FakeAnswer Grounded { get; } = Completion(GroundedReply.For);

    /// <summary>The same, and judges all pairs as fine, or none.</summary>
    public static FakeAnswer GroundedAndJudged(bool fine = true) => GroundedOr(Judged(fine));

    /// <summary>The same, but judges pairs with a given answer.</summary>
    public static FakeAnswer GroundedOr(FakeAnswer toJudge) => By(request => request.ToJudge > 0 ? toJudge : Grounded);

    /// <summary>The same in a Markdown fence.</summary>
    public static FakeAnswer Fenced { get; } = Completion(request => $"```json\n{GroundedReply.For(request)}\n```");

    /// <summary>The same after a reasoning block.</summary>
    public static FakeAnswer Reasoned { get; } = Completion(request => $"<think>\nLet me see: {{\"pairs\": maybe}}\n</think>\n{GroundedReply.For(request)}");

    /// <summary>A judgement of every given pair: fine, or not.</summary>
    public static FakeAnswer Judged(bool fine = true) => Completion(request => JudgedReply.For(request.ToJudge, fine));

    /// <summary>Pairs whose quotes are not in the text.</summary>
    public static FakeAnswer WrongQuotes { get; } = Completion(request => GroundedReply.For(request, _ => "Purple elephants negotiate quarterly with lighthouses."));

    /// <summary>A truncated object, although the finish reason claims the end.</summary>
    public static FakeAnswer HalfJson { get; } = Completion(request => GroundedReply.For(request)[..40]);

    /// <summary>No object at all.</summary>
    public static FakeAnswer Nonsense { get; } = Content("Certainly! Bananas are an excellent source of potassium.");

    /// <summary>Nothing.</summary>
    public static FakeAnswer Empty { get; } = Content("");

    /// <summary>Silence until the caller hangs up.</summary>
    public static FakeAnswer Hang { get; } = new((_, http) => Task.Delay(Timeout.Infinite, http.RequestAborted));

    /// <summary>The connection breaks before the first word.</summary>
    public static FakeAnswer Disconnect { get; } = new((_, http) =>
    {
        http.Abort();
        return Task.CompletedTask;
    });

    /// <summary>A good answer whose connection breaks halfway.</summary>
    public static FakeAnswer CutInTheMiddle { get; } = new(async (request, http) =>
    {
        var whole = CompletionOf(request, GroundedReply.For(request), "stop");
        http.Response.ContentLength = whole.Length;
        await http.Response.WriteAsync(whole[..(whole.Length / 2)], http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
        http.Abort();
    });

    /// <summary>Endless letters, until the caller hangs up.</summary>
    public static FakeAnswer Endless { get; } = new(async (_, http) =>
    {
        var letters = Enumerable.Repeat((byte)'x', 64 * 1024).ToArray();
        while (!http.RequestAborted.IsCancellationRequested)
        {
            await http.Response.Body.WriteAsync(letters, http.RequestAborted);
        }
    });

    /// <summary>Any other content.</summary>
    public static FakeAnswer Content(string content, string finishReason = "stop") => Completion(_ => content, finishReason);

    /// <summary>Content made from the request.</summary>
    public static FakeAnswer Completion(Func<FakeRequest, string> content, string finishReason = "stop") =>
        new((request, http) => WriteAsync(http, 200, CompletionOf(request, content(request), finishReason)));

    /// <summary>Any status and body.</summary>
    public static FakeAnswer Status(int status, string body = """{"error":{"message":"told to fail"}}""", string? retryAfter = null) => new((_, http) =>
    {
        if (retryAfter is not null)
        {
            http.Response.Headers.RetryAfter = retryAfter;
        }

        return WriteAsync(http, status, body);
    });

    /// <summary>A good answer with another media type.</summary>
    public static FakeAnswer Typed(string contentType) => new((request, http) => WriteAsync(http, 200, CompletionOf(request, GroundedReply.For(request), "stop"), contentType));

    /// <summary>The answer of something that is no chat endpoint.</summary>
    public static FakeAnswer Page(string contentType, string body) => new((_, http) => WriteAsync(http, 200, body, contentType));

    /// <summary>400 to the named response formats, <paramref name="otherwise"/> to the others.</summary>
    public static FakeAnswer Refusing(FakeAnswer otherwise, params string[] formats) => new((request, http) => formats.Contains(request.Format)
        ? WriteAsync(http, 400, $$$"""{"error":{"message":"response_format of type {{{request.Format}}} is not supported"}}""")
        : otherwise.SendAsync(request, http));

    /// <summary>The answer that a function picks.</summary>
    public static FakeAnswer By(Func<FakeRequest, FakeAnswer> pick) => new((request, http) => pick(request).SendAsync(request, http));

    /// <summary>The same, sent once the task has completed.</summary>
    public FakeAnswer After(Task task) => new(async (request, http) =>
    {
        await task.WaitAsync(http.RequestAborted);
        await SendAsync(request, http);
    });

    internal Task SendAsync(FakeRequest request, HttpContext http) => send(request, http);

    private static Task WriteAsync(HttpContext http, int status, string body, string contentType = "application/json")
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        return http.Response.WriteAsync(body, http.RequestAborted);
    }

    private static string CompletionOf(FakeRequest request, string content, string finishReason) => JsonSerializer.Serialize(new
    {
        id = "chatcmpl-fake",
        @object = "chat.completion",
        created = 1_700_000_000,
        model = request.Model,
        choices = new[] { new { index = 0, message = new { role = "assistant", content }, finish_reason = finishReason } },
        usage = new
        {
            prompt_tokens = request.PromptTokens,
            completion_tokens = content.Length / 4,
            total_tokens = request.PromptTokens + (content.Length / 4),
        },
    });
}
