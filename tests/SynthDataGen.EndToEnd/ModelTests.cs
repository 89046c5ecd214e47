using Microsoft.Playwright;
using SynthDataGen.Client.Review;
using SynthDataGen.EndToEnd.Stack;
using SynthDataGen.Testing;

namespace SynthDataGen.EndToEnd;

/// <summary>Adds, tests and uses a model's endpoint in the browser.</summary>
public sealed class ModelTests(RunningStack stack) : BrowserTest(stack)
{
    private const string Name = "team model";
    private const string Model = "careful-writer-7b";
    private const string Key = "sk-end-to-end";

    [Fact]
    public async Task A_model_is_added_and_tested_and_writes_pairs()
    {
        await using var fake = await FakeOpenAI.StartAsync(Cancel);
        fake.AnswerAlways(FakeAnswer.Grounded);
        var workspace = await Stack.NewWorkspaceAsync("A model", Cancel);
        await using var visit = await (await Stack.OpenAsync()).SignedInAsync(workspace.Name);
        await visit.Documents.GoAsync();
        await visit.Documents.UploadAsync(TestFiles.Sample(TestFiles.Policy));
        await visit.Documents.ShowsAsync(TestFiles.Policy, "ready");

        await visit.Generators.GoAsync();
        await visit.Generators.AddAsync(Name, fake.Address, Model, Key);
        await Assertions.Expect(await visit.Generators.TestAsync(Name)).ToContainTextAsync("✓");
        await visit.Generation.GoAsync();
        await visit.Generation.StartRunAsync();
        await visit.Generation.FinishesAsync();

        await Assertions.Expect(visit.Generation.Run).ToContainTextAsync(Name);
        var pairs = (await workspace.Review.ListAsync(new PairFilter(), limit: 500, cancellationToken: Cancel)).Items;
        pairs.ShouldNotBeEmpty();
        pairs.ShouldAllBe(pair => pair.Provenance.Model == Model && pair.Evidence.All(one => one.Match == "exact"));
        fake.AssertNoUnexpected();
        fake.Requests.ShouldAllBe(request => request.Model == Model && request.Authorization == $"Bearer {Key}");
        (await visit.Page.ContentAsync()).ShouldNotContain(Key);
        visit.Alarms.ShouldBeEmpty();
    }
}
