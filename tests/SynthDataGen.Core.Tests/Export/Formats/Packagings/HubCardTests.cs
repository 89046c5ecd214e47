using System.Text.Json;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Export.Formats.Packagings;

namespace SynthDataGen.Core.Tests.Export.Formats.Packagings;

public sealed class HubCardTests
{
    private static readonly Dictionary<Part, long> Counts = new() { [Part.Test] = 120, [Part.Train] = 1_000, [Part.Validation] = 0 };

    [Fact]
    public void The_head_lists_the_files_of_parts_and_the_types_of_columns()
    {
        var card = new HubCard("Leases", Settings("openai"), Counts) { Languages = ["de"] }.Text();

        card.ShouldStartWith("""
            ---
            pretty_name: "Leases"
            language:
            - "de"
            size_categories:
            - 1K<n<10K
            task_categories:
            - question-answering
            - text-generation
            tags:
            - synthetic
            - synthdatagen
            - "openai"
            configs:
            - config_name: default
              data_files:
              - split: train
                path: data/train-00000-of-00001.jsonl
              - split: test
                path: data/test-00000-of-00001.jsonl
            dataset_info:
              config_name: default
              features:
              - name: "messages"
                list:
                - name: "role"
                  dtype: string
                - name: "content"
                  dtype: string
            ---

            # Leases

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Nested_lists_and_structures_are_distinguished()
    {
        new HubCard("Leases", Settings("raft"), Counts).Text().ShouldContain("""
              - name: "context"
                struct:
                - name: "title"
                  list:
                    list: string
                - name: "sentences"
                  list:
                    list: string
            """.ReplaceLineEndings("\n"));
        new HubCard("Leases", Settings("kto"), Counts).Text().ShouldContain("""
              - name: "label"
                dtype: bool
              - name: "provenance"
                struct:
                - name: "pair"
                  dtype: string
                - name: "version"
                  dtype: int64
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_body_describes_the_dataset_and_its_origin()
    {
        var card = new HubCard("Leases", Settings("jsonl") with { Split = new(90, 0, 10), Seed = 7 }, Counts)
        {
            Documents = 12, Models = ["gpt-x", "a_b|c"], Recipes = ["default"], Reviewers = 2,
        }.Text();

        card.ShouldContain("| train | 1,000 |\n| test | 120 |");
        card.ShouldContain("They come from 12 documents.");
        card.ShouldContain(@"- Models: gpt-x, a\_b\|c");
        card.ShouldContain("90 % train, 0 % validation, 10 % test; seed 7");
        card.ShouldContain("- Reviewed by 2 people");
        card.ShouldContain("| evidence.quote | the words |");
    }

    [Fact]
    public void Names_cannot_break_yaml_or_markdown()
    {
        const string Name = "x\"\n---\n# <script>[a](b) `c` \u2028| \U0001F600";
        var card = new HubCard(Name, Settings("jsonl") with { Fields = [new(Name, "question")] }, Counts).Text();

        card.Split('\n').Count(line => line == "---").ShouldBe(2);
        JsonSerializer.Deserialize<string>(card.Split('\n').Single(line => line.StartsWith("pretty_name: ", StringComparison.Ordinal))["pretty_name: ".Length..]).ShouldBe(Name);
        card.ShouldContain("\n# x\" --- # \\<script\\>\\[a\\](b) \\`c\\` \\| \U0001F600\n");
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("xml")]
    public void Formats_without_a_dataset_folder_have_no_card(string format) =>
        Should.Throw<InvalidOperationException>(() => new HubCard("Leases", Settings(format), Counts).Text());

    private static ExportSettings Settings(string format) => Written.Settings(format) with { Packaging = Packaging.HuggingFace };
}
