using System.Net;

namespace SynthDataGen.Core.Generation.Chat;

/// <summary>Takes no more of an answer than a completion can be long: an endpoint that never stops must not fill the memory.</summary>
internal sealed class BoundedAnswers(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>Longest answer, in bytes. The longest that models write, of some hundred thousand tokens, are a tenth of it.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    private const int Step = 16 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        using var whole = response.Content;
        response.Content = new ByteArrayContent(await ReadAsync(whole, cancellationToken));
        foreach (var (name, values) in whole.Headers.NonValidated)
        {
            response.Content.Headers.TryAddWithoutValidation(name, values);
        }

        return response;
    }

    /// <summary>The answer, or its first <see cref="MaxBytes"/> and one more, which tells that it is longer.</summary>
    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var read = new MemoryStream();
        var step = new byte[Step];
        while (read.Length <= MaxBytes && await stream.ReadAsync(step.AsMemory(0, (int)Math.Min(Step, MaxBytes + 1 - read.Length)), cancellationToken) is > 0 and var count)
        {
            read.Write(step, 0, count);
        }

        return read.ToArray();
    }
}
