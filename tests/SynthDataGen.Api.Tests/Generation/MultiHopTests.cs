using System.Text.Json;
using SynthDataGen.Client.Generation;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Documents;
using SynthDataGen.Testing;
using Document = SynthDataGen.Client.Documents.Document;

namespace SynthDataGen.Api.Tests.Generation;

public sealed class MultiHopTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static readonly string[] Sections =
    [
        "The accumulator of the press is charged with dry nitrogen to 90 bar.", "The canteen opens at noon and closes at two.", "Visitors register at the gate and wear a badge.",
        "Every shift lasts eight hours with one break.", "Before anybody opens the accumulator, its nitrogen is let off through the blue valve.",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private GenerationClient Generation => api.Workspace.Generation;

    [Fact]
    public async Task Trying_shows_a_multi_hop_context_with_its_places()
    {
        var document = await ManualAsync();
        await using var model = await FakeOpenAI.StartAsync(Token);
        model.Answer(FakeAnswer.Content(JsonSerializer.Serialize(new { pairs = new[] { new { question = "What is let off, and at which pressure?", answer = "Nitrogen, at 90 bar.", evidence = new[] { Sections[0], Sections[4] }, type = "multi-hop" } } })));
        await Generation.CreateGeneratorAsync(new("hopping", model.Address.ToString(), "m"), Token);

        var trial = await Generation.TryRecipeAsync(new(new() { MultiHopShare = 50 }, "hopping", document.Id), Token);

        (trial.Places, trial.Contexts, trial.Failure).ShouldBe((2, 2, null));
        trial.Text.ShouldContain("\n\n[…]\n\n[2/2] Press > Part 5\n");
        trial.User!.ShouldContain("joins 2 places of the document");
        trial.Pairs.Single().Evidence.Select(evidence => (evidence.Match, evidence.Quote)).ShouldBe([("exact", Sections[0]), ("exact", Sections[4])]);
    }

    [Fact]
    public async Task An_estimate_counts_multi_hop_contexts_and_says_that_rounds_may_follow()
    {
        var document = await ManualAsync();
        await Generation.CreateGeneratorAsync(new("estimated", "http://127.0.0.1:9/v1", "m"), Token);
        var recipe = await Generation.CreateRecipeAsync(new("hops", new() { MultiHopShare = 50 }), Token);
        var wanted = new NewRun { RecipeId = recipe.Id, DocumentIds = [document.Id], Generator = "estimated", MaxPairs = 100, Exactly = true };

        var estimate = await Generation.EstimateRunAsync(wanted, Token);
        var extractive = await Generation.EstimateRunAsync(wanted with { Generator = "extractive", Exactly = false }, Token);

        (estimate.Calls, estimate.Pairs, estimate.MultiHopContexts, estimate.TopUps).ShouldBe((2, 8, 1, 3));
        (extractive.Calls, extractive.MultiHopContexts, extractive.TopUps).ShouldBe((1, 0, 0));
    }

    private Task<Document> ManualAsync() => api.Seed.ReadyDocumentAsync(
        new([new(BlockKind.Heading, "Press", 1) { Level = 1 }, .. Sections.SelectMany(Section)], 1, []), new ChunkOptions());

    private static Block[] Section(string sentence, int i) => [new(BlockKind.Heading, $"Part {i + 1}", 1) { Level = 2 }, new(BlockKind.Paragraph, sentence, 1)];
}
