using System.Collections.Concurrent;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using SynthDataGen.Core.Generation.Chat;
using SynthDataGen.Core.Generation.Extractive;
using SynthDataGen.Core.Generation.Prompts;

namespace SynthDataGen.Core.Generation;

/// <summary>The name and version of the template that a pair was made with.</summary>
public sealed record TemplateName(string Name, string Version);

/// <summary>Makes the pair generator that a <see cref="Generator"/> describes. Pipelines are shared by endpoint, model and key, connections by endpoint.</summary>
public sealed class PairGenerators(ResponseFormats formats, IOptions<GenerationOptions> options, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<Uri, Lazy<HttpClient>> connections = new();
    private readonly ConcurrentDictionary<(Uri Endpoint, string Model, string? Key), Lazy<IChatClient>> pipelines = new();
    private readonly ChatPipeline pipeline = new(formats, options.Value, time);

    /// <summary>A pair generator whose calls pass through <paramref name="around"/> first.</summary>
    /// <exception cref="GeneratorException">The generator's address can't be used.</exception>
    public IPairGenerator For(Generator generator, string? apiKey, Func<ChatClientBuilder, ChatClientBuilder>? around = null)
    {
        ArgumentNullException.ThrowIfNull(generator);
        if (generator.Endpoint is null)
        {
            return new ExtractivePairGenerator();
        }

        var endpoint = EndpointAddress.Parse(generator.Endpoint);
        var key = string.IsNullOrWhiteSpace(apiKey) ? null : apiKey.Trim();
        var client = pipelines.GetOrAdd((endpoint, generator.Model, key), _ => new(() => pipeline.Build(endpoint, generator.Model, key, Connect(endpoint)))).Value;
        return new ModelPairGenerator(around is null ? client : around(client.AsBuilder()).Build(), generator);
    }

    /// <summary>Forgets which response format its endpoint accepted.</summary>
    public void Forget(Generator generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        generator.ResponseFormat = null;
        if (generator.Endpoint is { } endpoint)
        {
            formats.Forget(EndpointAddress.Parse(endpoint), generator.Model);
        }
    }

    /// <summary>The template that pairs of this generator and recipe record.</summary>
    public static TemplateName TemplateOf(Generator generator, RecipeSettings recipe)
    {
        ArgumentNullException.ThrowIfNull(generator);
        return generator.Endpoint is null
            ? new(ExtractivePairGenerator.Template, ExtractivePairGenerator.Version)
            : PromptTemplate.Of(recipe).Named;
    }

    public void Dispose()
    {
        foreach (var client in pipelines.Values.Where(client => client.IsValueCreated))
        {
            client.Value.Dispose();
        }

        foreach (var http in connections.Values.Where(http => http.IsValueCreated))
        {
            http.Value.Dispose();
        }
    }

    /// <summary>Never follows a redirect: the key and the document's text go only to the configured address.</summary>
    private HttpClient Connect(Uri endpoint) => connections.GetOrAdd(endpoint, _ => new(() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    })).Value;
}
