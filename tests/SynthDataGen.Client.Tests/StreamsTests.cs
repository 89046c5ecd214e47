using System.Net;
using System.Text;

namespace SynthDataGen.Client.Tests;

/// <summary>A response that is read as it comes ends with its reader.</summary>
public sealed class StreamsTests
{
    private static readonly string OneChange = $"data: {{\"kind\":\"pair\",\"id\":null}}\n\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leaving_the_changes_early_ends_the_response()
    {
        using var api = new WatchedApi(OneChange + OneChange);

        (await api.Workspace.Events.ListenAsync(Cancel).FirstAsync(Cancel)).Kind.ShouldBe("pair");

        api.IsEnded.ShouldBeTrue();
    }

    [Fact]
    public async Task Cancelling_the_changes_ends_the_response()
    {
        using var api = new WatchedApi(OneChange + OneChange);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var change in api.Workspace.Events.ListenAsync(enough.Token))
            {
                await enough.CancelAsync();
            }
        });

        api.IsEnded.ShouldBeTrue();
    }

    [Fact]
    public async Task A_call_cancelled_at_the_headers_ends_the_response()
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        using var api = new WatchedApi(OneChange, enough);

        await Should.ThrowAsync<OperationCanceledException>(() => api.Workspace.Export.OpenJsonAsync(enough.Token));

        api.IsEnded.ShouldBeTrue();
    }

    [Fact]
    public async Task Disposing_a_download_ends_the_response()
    {
        using var api = new WatchedApi("much");

        await using (var download = await api.Workspace.Export.OpenJsonAsync(Cancel))
        {
            download.ReadByte().ShouldBe('m');
            api.IsEnded.ShouldBeFalse();
        }

        api.IsEnded.ShouldBeTrue();
    }

    /// <summary>Answers everything with one body, and sees whether the response was disposed of.</summary>
    private sealed class WatchedApi : HttpMessageHandler
    {
        private readonly HttpClient http;
        private readonly string body;
        private readonly CancellationTokenSource? cancelled;

        public WatchedApi(string body, CancellationTokenSource? cancelled = null)
        {
            (this.body, this.cancelled) = (body, cancelled);
            http = new HttpClient(this, disposeHandler: false) { BaseAddress = new Uri("http://localhost") };
        }

        public bool IsEnded { get; private set; }

        public WorkspaceClient Workspace => new SynthDataGenClient(http, "a-key").Workspace("default");

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult<HttpResponseMessage>(new WatchedResponse(this) { Content = new WatchedContent(Encoding.UTF8.GetBytes(body), cancelled) });

        protected override void Dispose(bool disposing)
        {
            http.Dispose();
            base.Dispose(disposing);
        }

        private sealed class WatchedResponse(WatchedApi api) : HttpResponseMessage(HttpStatusCode.OK)
        {
            protected override void Dispose(bool disposing)
            {
                api.IsEnded = true;
                base.Dispose(disposing);
            }
        }
    }

    /// <summary>Cancels the call at the moment its body is opened.</summary>
    private sealed class WatchedContent(byte[] body, CancellationTokenSource? cancelled) : HttpContent
    {
        protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken)
        {
            if (cancelled is not null)
            {
                await cancelled.CancelAsync();
            }

            cancellationToken.ThrowIfCancellationRequested();
            return new MemoryStream(body);
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(body, 0, body.Length);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
