using SynthDataGen.Testing;

namespace SynthDataGen.AppHost.Tests;

/// <summary>What a person can mend is told in one sentence, and nothing is started.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly string data = AppHostProcess.NewDataFolder();

    [Fact]
    public async Task A_folder_that_is_not_writable_is_named() =>
        (await AppHostProcess.FailAsync("/proc/synthdatagen")).ShouldStartWith("The data folder /proc/synthdatagen isn't writable");

    [Fact]
    public async Task Data_of_another_version_are_named_with_it()
    {
        var folder = Directory.CreateDirectory($"{data}/postgres/data").FullName;
        await File.WriteAllTextAsync($"{folder}/PG_VERSION", "9\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync($"{data}/postgres.password", "hush", TestContext.Current.CancellationToken);

        (await AppHostProcess.FailAsync(data)).ShouldStartWith($"The data in {folder} is PostgreSQL 9's, which isn't installed");
    }

    [Fact]
    public async Task A_lost_password_file_is_told_and_no_new_one_made()
    {
        var script = Path.Combine(Repository.Root, "SynthDataGen.AppHost", "postgres.sh");
        await Runner.RunAsync("env", ["PGPASSWORD=hush", "/bin/sh", script, "create", $"{data}/postgres/data", "synthdatagen"], TestContext.Current.CancellationToken);

        (await AppHostProcess.FailAsync(data)).ShouldStartWith("The password file is lost, and the database in");

        File.Exists($"{data}/postgres.password").ShouldBeFalse();
    }

    [Fact]
    public async Task An_address_that_is_none_is_named() =>
        (await AppHostProcess.FailAsync(data, "--Setup:WebUrl=somewhere")).ShouldBe("--Setup:WebUrl=somewhere isn't an address such as http://localhost:5080.");

    public void Dispose() => Directory.Delete(data, recursive: true);
}
