using System.Threading.RateLimiting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace SynthDataGen.Api.Access;

/// <summary>Bounds how many wrong secrets one address may try. Good ones cost nothing, so that an office behind one address can sign in.</summary>
internal sealed class FailedSignIns(IOptions<SignInOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new()
        {
            PermitLimit = options.Value.Failures,
            Window = TimeSpan.FromMinutes(options.Value.WindowMinutes),
        }));

    /// <summary>Whether the address may try once more.</summary>
    public bool MayTry(HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(AddressOf(context), permitCount: 0);
        return lease.IsAcquired;
    }

    /// <summary>The secret was wrong.</summary>
    public void Count(HttpContext context) => limiter.AttemptAcquire(AddressOf(context)).Dispose();

    public void Dispose() => limiter.Dispose();

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}

/// <summary>Registers the bound, and believes the browser app when it says for whom it asks.</summary>
internal static class FailedSignInsServices
{
    public static void AddSignIns(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SignInOptions>().BindConfiguration(SignInOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<FailedSignIns>();
        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<SignInOptions>>((forwarded, signIn) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
            foreach (var network in signIn.Value.TrustedProxies)
            {
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
            }
        });
    }
}
