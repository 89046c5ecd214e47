using SynthDataGen.Core.Data.Generation;

namespace SynthDataGen.Core.Tests.Data.Generation;

public sealed class ContextBatchTests
{
    private static readonly Guid Run = Guid.Parse("01900000-0000-7000-8000-000000000001");

    [Fact]
    public void A_written_batch_is_read_back()
    {
        var batch = new ContextBatch(Run, 3, 64, 127);

        ContextBatch.Parse(batch.ToString()).ShouldBe(batch);
    }

    [Fact]
    public void A_batch_written_before_resumptions_were_counted_is_read() =>
        ContextBatch.Parse($"{Run}:64:127").ShouldBe(new(Run, 0, 64, 127));

    [Theory]
    [InlineData("")]
    [InlineData("01900000-0000-7000-8000-000000000001")]
    [InlineData("01900000-0000-7000-8000-000000000001:1")]
    [InlineData("01900000-0000-7000-8000-000000000001:1:2:3:4")]
    [InlineData("somebody:1:2:3")]
    [InlineData("01900000-0000-7000-8000-000000000001:one:2:3")]
    public void Anything_else_is_no_batch(string text) => Should.Throw<FormatException>(() => ContextBatch.Parse(text));
}
