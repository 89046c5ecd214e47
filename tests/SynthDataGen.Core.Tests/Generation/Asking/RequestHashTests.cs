using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Asking;

namespace SynthDataGen.Core.Tests.Generation.Asking;

public sealed class RequestHashTests
{
    private static readonly GenerationRequest Request = new("Text.", ["A"], "a.pdf", new(), 2);

    [Fact]
    public void The_same_question_has_the_same_hash() => Hash().ShouldBe(Hash());

    [Fact]
    public void Whatever_changes_the_answer_changes_the_hash()
    {
        string[] hashes =
        [
            Hash(),
            Hash(model: "other"),
            Hash(endpoint: "http://b/v1"),
            Hash(attempt: 1),
            Hash(request: Request with { Text = "Text!" }),
            Hash(request: Request with { Pairs = 3 }),
            Hash(request: Request with { HeadingPath = ["B"] }),
            Hash(request: Request with { DocumentTitle = "b.pdf" }),
            Hash(request: Request with { Recipe = new() { Persona = "A child" } }),
            Hash(request: Request with { Recipe = new() { Types = ["factual"] } }),
        ];

        hashes.Distinct().Count().ShouldBe(hashes.Length);
    }

    [Fact]
    public void It_is_sha_256_in_hexadecimal() => Hash().ShouldMatch("^[0-9a-f]{64}$");

    private static string Hash(GenerationRequest? request = null, string endpoint = "http://a/v1", string model = "m", int attempt = 0) =>
        RequestHash.Of(new Generator { Name = "g", Endpoint = endpoint, Model = model }, request ?? Request, attempt);
}
