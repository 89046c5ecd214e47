using Microsoft.Extensions.AI;
using SynthDataGen.Core.Generation.Prompts;

namespace SynthDataGen.Core.Generation.Chat;

/// <summary>One call about a request, with what the decorators of a pipeline need to know about it.</summary>
public sealed class CallOptions : ChatOptions
{
    /// <exception cref="FormatException">The recipe's own template is invalid.</exception>
    public CallOptions(Generator generator, GenerationRequest request)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(request);
        (Generator, Prompt, Estimate) = (generator, Prompt.For(request), CallEstimate.Of(generator, request));
        Instructions = Prompt.System;
        ResponseFormat = ChatResponseFormat.ForJsonSchema(Prompt.Shape.Schema, Prompt.Shape.Name);
        AdditionalProperties = new() { ["strict"] = true }; // The OpenAI client reads it as the schema's.
    }

    public Generator Generator { get; }

    public Prompt Prompt { get; }

    /// <summary>Tokens that the call will take.</summary>
    public CallEstimate Estimate { get; }

    /// <summary>The messages besides the instructions.</summary>
    public IReadOnlyList<ChatMessage> Messages => [new(ChatRole.User, Prompt.User)];

    /// <summary>Every call in a pipeline is made with these options.</summary>
    public static CallOptions From(ChatOptions? options) =>
        options as CallOptions ?? throw new ArgumentException("The call has no options of this pipeline.", nameof(options));
}
