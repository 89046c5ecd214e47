using System.ClientModel.Primitives;

namespace SynthDataGen.Core.Generation.Chat;

/// <summary>
/// Runs just before the transport of the SDK. It reads each reply within bounds and keeps it for the call that asked, because the
/// SDK's typed model refuses some replies that were paid for. Without a key it removes the placeholder that the SDK insists on.
/// </summary>
internal sealed class RawReplyPolicy(bool hasKey) : PipelinePolicy
{
    /// <summary>Longest reply, in bytes: ten times what any model writes. An endpoint that never stops must not fill the memory.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    private const int BufferSize = 16 * 1024;

    private readonly AsyncLocal<RawReply?> expected = new();

    /// <summary>Keeps the reply to the call that the caller makes next.</summary>
    public RawReply Expect() => expected.Value = new();

    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) =>
        throw new NotSupportedException("Model calls are asynchronous.");

    public override async ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        if (!hasKey)
        {
            message.Request.Headers.Remove("Authorization");
        }

        message.BufferResponse = false; // The transport would read to the end, however far that is.
        await ProcessNextAsync(message, pipeline, currentIndex).ConfigureAwait(false);
        message.BufferResponse = true;
        var response = message.Response!;
        var body = await ReadAsync(response.ContentStream, message.CancellationToken).ConfigureAwait(false);
        response.ContentStream = new MemoryStream(body);
        await response.BufferContentAsync(message.CancellationToken).ConfigureAwait(false);
        expected.Value?.Keep(response.Status, BinaryData.FromBytes(body));
    }

    /// <summary>The reply, or its first <see cref="MaxBytes"/> and one more, which shows that it is longer.</summary>
    private static async Task<byte[]> ReadAsync(Stream? content, CancellationToken cancellationToken)
    {
        if (content is null)
        {
            return [];
        }

        await using var reading = content.ConfigureAwait(false);
        using var read = new MemoryStream();
        var buffer = new byte[BufferSize];
        while (read.Length <= MaxBytes
            && await content.ReadAsync(buffer.AsMemory(0, (int)Math.Min(BufferSize, MaxBytes + 1 - read.Length)), cancellationToken).ConfigureAwait(false) is > 0 and var count)
        {
            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }
}

/// <summary>The reply to one call, as it came over the wire.</summary>
internal sealed class RawReply
{
    /// <summary>Its HTTP status; null: none has come.</summary>
    public int? Status { get; private set; }

    public BinaryData Body { get; private set; } = BinaryData.Empty;

    public bool IsTooLong => Body.ToMemory().Length > RawReplyPolicy.MaxBytes;

    internal void Keep(int status, BinaryData body) => (Status, Body) = (status, body);
}
