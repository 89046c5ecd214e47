using AngleSharp.Dom;
using Bunit;
using SynthDataGen.Client.Export;
using SynthDataGen.Web.Export.Choice;

namespace SynthDataGen.Web.Tests.Export;

public sealed class ExportChoiceTests : WebTest
{
    private ExportSettings chosen = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Data.Exports.Fill();
    }

    [Fact]
    public async Task Only_settings_of_the_format_are_offered()
    {
        var choice = await ChooseAsync(new() { Format = "openai" });
        Shown(choice).ShouldBe("system");
        choice.FindAll("[name=packaging]").Count.ShouldBe(3);

        choice = await ChooseAsync(new() { Format = "csv" });
        Shown(choice).ShouldBe("fields");
        choice.FindAll("[name=packaging]").ShouldBeEmpty();

        Shown(await ChooseAsync(new() { Format = "raft" })).ShouldBe("contexts");
        Shown(await ChooseAsync(new() { Format = "json" })).ShouldBe("");
    }

    [Fact]
    public async Task Each_format_names_its_tools_and_the_chosen_one_its_row()
    {
        var choice = await ChooseAsync(new() { Format = "alpaca" });
        choice.FindAll("label.format").Count.ShouldBe(11);
        choice.FindAll("label.format .quiet").ShouldAllBe(line => line.TextContent.Length > 3);
        choice.FindAll("label.format .row").Single().TextContent.ShouldContain("instruction");

        await ChangeAsync(choice, Id("format-dpo"), true);
        chosen.Format.ShouldBe("dpo");
    }

    [Fact]
    public async Task Shares_always_add_up_to_a_hundred()
    {
        var choice = await ChooseAsync(new());
        await ChangeAsync(choice, "[name=split]", true);
        await ChangeAsync(choice, "[name=train]", "90");
        chosen.Split.ShouldBe(new(90, 10, 0));
        choice.Find(Id("choice-split")).QuerySelector(".now")!.TextContent.ShouldBe("90 / 10 / 0, seed 0");
        await ChangeAsync(choice, "[name=split]", false);
        chosen.Split.ShouldBeNull();
    }

    [Fact]
    public async Task The_closest_seed_is_found()
    {
        var choice = await ChooseAsync(new() { Split = new() });
        await ClickAsync(choice, Id("fit-seed"));
        await EventuallyAsync(choice, () => choice.Find("[name=seed]").GetAttribute("value").ShouldBe("42"));
        chosen.Seed.ShouldBe(42);
    }

    [Fact]
    public async Task Fields_are_chosen_renamed_and_ordered()
    {
        var choice = await ChooseAsync(new() { Format = "jsonl" });
        await ChangeAsync(choice, "[name=ownFields]", true);
        await ChangeAsync(choice, "[aria-label='Name of field 1']", "frage");
        await ClickAsync(choice, "[aria-label='Move frage down']");
        await ClickAsync(choice, "[aria-label='Remove page']");
        await ClickAsync(choice, Id("add-field"));
        await ChangeAsync(choice, "[aria-label='Content of field 5']", "model");
        chosen.Fields!.Select(field => $"{field.Name}={field.Holds}").ShouldBe(["answer=answer", "frage=question", "quote=quote", "document=document", "model=model"]);

        await ChangeAsync(choice, "[name=ownFields]", false);
        chosen.Fields.ShouldBeNull();
    }

    [Fact]
    public async Task A_filter_from_the_address_can_be_removed()
    {
        var choice = await ChooseAsync(new() { Format = "kto", Filter = new() { Flag = "none", Search = "leave", DocumentId = Data.Handbook.Id } });
        choice.FindAll(Id("pair-chip")).Select(chip => chip.Children[0].TextContent).ShouldBe(["one document", "“leave”"]);
        await ClickAsync(choice, Id("pair-chip"), at: 1);
        await ClickAsync(choice, Id("pair-chip"), at: 0);
        await ChangeAsync(choice, "[name=status]", "rejected");
        chosen.Filter.ShouldBe(new() { Status = "rejected", Flag = "none" });
        choice.Find(Id("see-pairs")).GetAttribute("href").ShouldBe("/review?status=rejected&flag=none");
    }

    [Fact]
    public async Task Kinds_are_balanced()
    {
        var choice = await ChooseAsync(new());
        await ChangeAsync(choice, "[name=balance]", "document");
        choice.Find(Id("choice-spread")).QuerySelector(".now")!.TextContent.ShouldContain("equal numbers of each document");
        await ChangeAsync(choice, "[name=most]", "3");
        chosen.Balance.ShouldBe(new("document", 3));
        await ChangeAsync(choice, "[name=keepDuplicates]", true);
        chosen.KeepDuplicates.ShouldBeTrue();
    }

    [Fact]
    public async Task A_long_system_message_says_that_it_is_lost_without_a_preset()
    {
        var choice = await ChooseAsync(new() { Format = "sharegpt" });
        await ChangeAsync(choice, "[name=system]", new string('x', 1_001));
        choice.Find(Id("choice-system")).TextContent.ShouldContain("save a preset");
    }

    private static string Shown(IRenderedComponent<ExportChoice> choice) =>
        string.Join(' ', choice.FindAll("details").Select(one => one.GetAttribute("data-testid")![7..]).Except(["pairs", "split", "spread", "benchmarks"]));

    /// <summary>Waits for presets and benchmarks, so that a test's actions take effect immediately.</summary>
    private async Task<IRenderedComponent<ExportChoice>> ChooseAsync(ExportSettings settings)
    {
        chosen = settings;
        IRenderedComponent<ExportChoice> choice = null!;
        choice = Render<ExportChoice>(part => part.Add(one => one.Settings, settings).Add(one => one.OnChanged, changed =>
        {
            chosen = changed;
            choice.Render(again => again.Add(one => one.Settings, changed));
        }));
        await EventuallyAsync(choice, () => choice.FindAll("[name=preset] option").Count.ShouldBe(2));
        await FindAsync(choice, Id("benchmark"));
        return choice;
    }
}
