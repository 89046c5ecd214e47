using SynthDataGen.Core.Export;
using SynthDataGen.Core.Export.Building;
using SynthDataGen.Core.Tests.Export.Formats;

namespace SynthDataGen.Core.Tests.Export.Building;

public sealed class DistractorPoolTests
{
    private static readonly Guid Run = SamplePairs.Plain.RunId;

    [Theory]
    [InlineData(3)]
    [InlineData(12)]
    [InlineData(100)]
    public void Distractors_are_other_contexts_of_the_same_part(int contexts)
    {
        var pool = Pool(contexts, seed: 1);
        for (var context = 0; context < contexts; context++)
        {
            var drawn = pool.AddTo(SamplePairs.Plain with { Context = context }, Part.Test, 4).Distractors;
            drawn.ShouldNotContain($"test {context}");
            drawn.ShouldAllBe(text => text.StartsWith("test ", StringComparison.Ordinal));
            (drawn.Count, drawn.Distinct().Count()).ShouldBe((Math.Min(4, contexts - 1), drawn.Count));
        }
    }

    [Fact]
    public void A_context_of_another_run_is_a_distractor() =>
        Pool(1, seed: 1).AddTo(SamplePairs.Plain with { Context = 0, RunId = Guid.CreateVersion7() }, Part.Test, 4).Distractors.ShouldBe(["test 0"]);

    [Fact]
    public void The_seed_decides_what_is_drawn()
    {
        Draw(seed: 1).ShouldBe(Draw(seed: 1));
        Draw(seed: 2).ShouldNotBe(Draw(seed: 1));

        static IReadOnlyList<string> Draw(int seed) => Pool(500, seed).AddTo(SamplePairs.Plain with { Id = new Guid(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]) }, Part.Test, 4).Distractors;
    }

    private static DistractorPool Pool(int contexts, int seed) => new(
        new[] { Part.Train, Part.Test }.ToDictionary(part => part, part => (IReadOnlyList<PooledContext>)[.. Enumerable.Range(0, contexts).Select(i => new PooledContext(Run, i, $"{part.ToString().ToLowerInvariant()} {i}"))]),
        seed);
}
