using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Radzen.Blazor;
using SynthDataGen.Client.Export;
using SynthDataGen.Web.Export.Choice;

namespace SynthDataGen.Web.Tests.Export;

/// <summary>What a workspace keeps for exports: presets and benchmarks.</summary>
public sealed class PresetTests : WebTest
{
    private ExportSettings chosen = new() { Format = "csv" };

    [Fact]
    public async Task Settings_are_saved_as_a_preset_and_loaded_again()
    {
        var pick = Render<PresetPick>(part => part.Add(one => one.Settings, chosen).Add(one => one.OnChanged, changed => chosen = changed));
        await ClickAsync(pick, Id("save-preset"));
        await ActAsync(pick, () => pick.Find("[name=preset-name]"), field => field.InputAsync(" <b>Table</b> "));
        await SubmitAsync(pick, "form");
        await EventuallyAsync(pick, () => pick.FindAll("option").Select(option => option.TextContent).ShouldContain("<b>Table</b>"));

        chosen = new();
        await ChangeAsync(pick, "[name=preset]", Data.Exports.Presets[0].Id.ToString());
        chosen.Format.ShouldBe("csv");
    }

    [Fact]
    public async Task A_deleted_preset_can_be_restored()
    {
        Data.Exports.Fill();
        var toasts = Render<RadzenNotification>();
        var pick = Render<PresetPick>(part => part.Add(one => one.Settings, chosen));
        await EventuallyAsync(pick, () => pick.FindAll("option").Count.ShouldBe(2));
        await ChangeAsync(pick, "[name=preset]", Data.Exports.Presets[0].Id.ToString());
        await ClickAsync(pick, Id("delete-preset"));
        await EventuallyAsync(pick, () => pick.FindAll("option").Count.ShouldBe(1));

        await ClickAsync(toasts, Id("toast-undo"));
        await EventuallyAsync(pick, () => pick.FindAll("option").Count.ShouldBe(2));
        Data.Exports.Presets.Single().Settings.Format.ShouldBe("sharegpt");
    }

    [Fact]
    public async Task A_benchmark_is_uploaded_selected_and_deleted()
    {
        var dialog = Render<RadzenDialog>();
        var choice = Render<BenchmarkChoice>(part => part.Add(one => one.Settings, chosen).Add(one => one.OnChanged, changed => chosen = changed));
        await FindAsync(choice, "input[type=file]");
        choice.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("one text\nanother\n", "mmlü.txt"));
        (await FindAsync(choice, Id("benchmark"))).TextContent.ShouldContain("mmlü.txt");
        chosen.Benchmarks.ShouldBe([Data.Exports.Benchmarks[0].Id]);

        choice.Render(part => part.Add(one => one.Settings, chosen));
        choice.Find($"{Id("benchmark")} input").HasAttribute("checked").ShouldBeTrue();
        var deleting = ClickAsync(choice, $"{Id("benchmark")} button");
        await FindAsync(dialog, "#delete-benchmark");
        await SubmitAsync(dialog, "#delete-benchmark");
        await deleting;
        await EventuallyAsync(choice, () => choice.FindAll(Id("benchmark")).ShouldBeEmpty());
        chosen.Benchmarks.ShouldBeNull();
    }

    [Fact]
    public async Task A_refused_upload_says_why()
    {
        Api.Break("/benchmarks", 400, "It holds no text.");
        var choice = Render<BenchmarkChoice>(part => part.Add(one => one.Settings, chosen));
        await FindAsync(choice, "[role=alert]");
        choice.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("", "empty.txt"));
        await EventuallyAsync(choice, () => choice.Find("[role=alert]").TextContent.ShouldContain("Could not upload empty.txt. It holds no text."));
    }
}
