using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace SynthDataGen.AppHost;

/// <summary>Database and store: a configured connection string, else a container, else, without a container engine, what this machine has.</summary>
internal static class Servers
{
    private static readonly TimeSpan EnginePatience = TimeSpan.FromSeconds(10);

    public static IResourceBuilder<IResourceWithConnectionString> AddDatabase(this IDistributedApplicationBuilder builder, string name, Stack stack)
    {
        if (builder.Configuration.GetConnectionString(name) is not null)
        {
            return builder.AddConnectionString(name);
        }

        if (builder.HasContainers())
        {
            // The tag comes before the volume, whose mount point depends on it.
            var password = builder.AddPassword("postgres-password", () => stack.Secret("postgres.password", out _));
            return builder.AddPostgres("postgres", password: password).WithImageTag("17").WithDataVolume(stack.Volume("postgres")).AddDatabase(name);
        }

        return builder.AddInstalledPostgres(name, stack);
    }

    public static IResourceBuilder<IResourceWithConnectionString> AddStore(this IDistributedApplicationBuilder builder, string name, Stack stack)
    {
        if (builder.Configuration.GetConnectionString(name) is not null)
        {
            return builder.AddConnectionString(name);
        }

        if (builder.HasContainers())
        {
            var password = builder.AddPassword("minio-password", () => stack.Secret("minio.password", out _));
            return builder.AddMinioContainer(name, rootPassword: password).WithDataVolume(stack.Volume("minio"));
        }

        return builder.AddConnectionString(name, ReferenceExpression.Create($"Folder={Path.Combine(stack.Folder, "store")}"));
    }

    /// <summary>PostgreSQL from the installed binaries, on the loopback only. The script knows how.</summary>
    private static IResourceBuilder<IResourceWithConnectionString> AddInstalledPostgres(this IDistributedApplicationBuilder builder, string name, Stack stack)
    {
        var script = Path.Combine(builder.AppHostDirectory, "postgres.sh");
        var folder = Path.Combine(stack.Folder, "postgres", "data");
        var secret = stack.Secret("postgres.password", out var isNew);
        var command = (isNew, builder.Configuration.GetValue<bool>("Setup:ResetPassword")) switch { (false, _) => "prepare", (_, true) => "reset", _ => "create" };
        if (Prepare(command, script, folder, name, secret) is { } fault)
        {
            if (isNew)
            {
                File.Delete(Path.Combine(stack.Folder, "postgres.password"));
            }

            throw new SetupException(fault);
        }

        var password = builder.AddPassword("postgres-password", () => secret);
        var port = stack.Port("postgres.port");
        var server = builder.AddExecutable("postgres", "/bin/sh", builder.AppHostDirectory, script, "run", folder, name)
            .WithEndpoint(port: port, scheme: "tcp", env: "PGPORT", isProxied: false)
            .WithHealthCheck("postgres");
        var connection = ReferenceExpression.Create($"Host=127.0.0.1;Port={port.ToString()};Username=postgres;Password={password};Database={name}");
        builder.Services.AddHealthChecks().AddAsyncCheck("postgres", async cancel =>
        {
            await using var source = NpgsqlDataSource.Create(await connection.GetValueAsync(cancel) + ";Pooling=false");
            await using var opened = await source.OpenConnectionAsync(cancel);
            return HealthCheckResult.Healthy();
        });
        return builder.AddConnectionString(name, connection).WaitFor(server);
    }

    /// <summary>Makes the database if there is none. Returns what is wrong, in a sentence.</summary>
    private static string? Prepare(string command, string script, string folder, string database, string password)
    {
        var start = new ProcessStartInfo("/bin/sh", [script, command, folder, database])
        {
            RedirectStandardInput = true, RedirectStandardError = true, Environment = { ["PGPASSWORD"] = password },
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : errors;
    }

    private static IResourceBuilder<ParameterResource> AddPassword(this IDistributedApplicationBuilder builder, string name, Func<string> read) =>
        builder.ExecutionContext.IsPublishMode ? builder.AddParameter(name, secret: true) : builder.AddParameter(name, read, secret: true);

    /// <summary>Whether to run containers: when publishing, when Setup:Containers says so, else when an engine answers.</summary>
    private static bool HasContainers(this IDistributedApplicationBuilder builder)
    {
        builder.Configuration["Setup:Containers"] ??= (builder.ExecutionContext.IsPublishMode || Answers("docker") || Answers("podman")).ToString();
        return builder.Configuration.GetValue<bool>("Setup:Containers");
    }

    private static bool Answers(string engine)
    {
        try
        {
            using var asked = Process.Start(new ProcessStartInfo(engine, "info") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            asked.BeginOutputReadLine();
            asked.BeginErrorReadLine();
            return asked.WaitForExit(EnginePatience) && asked.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false; // Not installed.
        }
    }
}
