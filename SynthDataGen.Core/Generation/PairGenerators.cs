using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SynthDataGen.Core.Generation.Chat;
using SynthDataGen.Core.Generation.Extractive;
using SynthDataGen.Core.Generation.Prompts;

namespace SynthDataGen.Core.Generation;

/// <summary>The name and version of the template that a pair was made with.</summary>
public sealed record TemplateName(string Name, string Version);

/// <summary>Makes the pair generator that a <see cref="Generator"/> describes. Connections are shared per endpoint.</summary>
public sealed class PairGenerators(ResponseFormats formats, IOptions<GenerationOptions> options, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<Uri, Lazy<HttpClient>> clients = new();

    /// <exception cref="GeneratorException">The generator's address cannot be used.</exception>
    public IPairGenerator For(Generator generator, string? apiKey)
    {
        ArgumentNullException.ThrowIfNull(generator);
        if (generator.Endpoint is null)
        {
            return new ExtractivePairGenerator();
        }

        var endpoint = EndpointAddress.Parse(generator.Endpoint);
        var http = clients.GetOrAdd(endpoint, _ => new(Connect)).Value;
        var client = new ChatTelemetry(new OpenAIChatClient(endpoint, generator.Model, apiKey, http, time), options.Value.TraceContent, time);
        return new ModelPairGenerator(client, formats, options.Value, time, generator.ResponseFormat);
    }

    /// <summary>Forgets which response format its endpoint took.</summary>
    public void Forget(Generator generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        generator.ResponseFormat = null;
        if (generator.Endpoint is { } endpoint)
        {
            formats.Forget(EndpointAddress.Parse(endpoint), generator.Model);
        }
    }

    /// <summary>What the pairs of this generator and recipe name as their template.</summary>
    public static TemplateName TemplateOf(Generator generator, RecipeSettings recipe)
    {
        ArgumentNullException.ThrowIfNull(generator);
        return generator.Endpoint is null
            ? new(ExtractivePairGenerator.Template, ExtractivePairGenerator.Version)
            : PromptTemplate.Of(recipe).Named;
    }

    public void Dispose()
    {
        foreach (var client in clients.Values.Where(client => client.IsValueCreated))
        {
            client.Value.Dispose();
        }
    }

    /// <summary>Never follows a redirect: the key and the document's text go to the address that was set, or nowhere.</summary>
    private static HttpClient Connect() => new(new BoundedAnswers(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    }))
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
