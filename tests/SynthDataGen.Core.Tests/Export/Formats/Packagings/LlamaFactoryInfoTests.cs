using System.Text.Json;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Export.Formats;
using SynthDataGen.Core.Export.Formats.Packagings;

namespace SynthDataGen.Core.Tests.Export.Formats.Packagings;

public sealed class LlamaFactoryInfoTests
{
    [Fact]
    public void Each_part_is_its_own_dataset()
    {
        LlamaFactoryInfo.Text("hand-books, 1", Settings("dpo") with { Split = new(80, 10, 10) }, [Part.Train, Part.Test]).ShouldBe("""
            {
              "hand_books__1_train": {
                "file_name": "train.jsonl",
                "formatting": "alpaca",
                "ranking": true,
                "columns": {
                  "prompt": "prompt",
                  "chosen": "chosen",
                  "rejected": "rejected"
                }
              },
              "hand_books__1_test": {
                "file_name": "test.jsonl",
                "formatting": "alpaca",
                "ranking": true,
                "columns": {
                  "prompt": "prompt",
                  "chosen": "chosen",
                  "rejected": "rejected"
                }
              }
            }

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task The_named_columns_are_in_the_rows()
    {
        var formats = DatasetFormats.All.Where(format => format.Packagings.Contains(Packaging.LlamaFactory)).ToList();
        formats.Select(format => format.Name).ShouldBe(["alpaca", "sharegpt", "openai", "prompt-completion", "dpo", "kto"], ignoreOrder: true);
        foreach (var format in formats)
        {
            var settings = Settings(format.Name) with { System = "s" };
            var row = JsonDocument.Parse((await Written.AsAsync(settings, [SamplePairs.Plain with { OriginalAnswer = "x" }])).Rows.Single()).RootElement;
            var dataset = JsonDocument.Parse(LlamaFactoryInfo.Text("books", settings, [Part.Train])).RootElement.GetProperty("books");

            dataset.GetProperty("file_name").GetString().ShouldBe("data.jsonl");
            dataset.GetProperty("columns").EnumerateObject().Select(column => column.Value.GetString()!)
                .ShouldBeSubsetOf(row.EnumerateObject().Select(property => property.Name), format.Name);
            if (dataset.TryGetProperty("tags", out var tags))
            {
                var message = row.GetProperty(dataset.GetProperty("columns").GetProperty("messages").GetString()!)[1];
                message.GetProperty(tags.GetProperty("role_tag").GetString()!).GetString().ShouldBe(tags.GetProperty("user_tag").GetString());
                message.TryGetProperty(tags.GetProperty("content_tag").GetString()!, out _).ShouldBeTrue();
            }
        }
    }

    [Theory]
    [InlineData("json")]
    [InlineData("squad")]
    public void Formats_that_it_cannot_read_are_refused(string format) =>
        Should.Throw<ArgumentException>(() => LlamaFactoryInfo.Text("books", Settings(format), [Part.Train]));

    private static ExportSettings Settings(string format) => Written.Settings(format) with { Packaging = Packaging.LlamaFactory };
}
