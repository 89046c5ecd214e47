using Microsoft.AspNetCore.Routing;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Api.Access;

/// <summary>Who may call: members from this role on. Outside of workspaces, the role of an administrator is that of the whole system.</summary>
internal sealed record LeastRole(MemberRole Role);

/// <summary>Says who may call, for one endpoint or for a group; what is said nearer to the endpoint counts.</summary>
internal static class LeastRoleExtensions
{
    public static TBuilder For<TBuilder>(this TBuilder builder, MemberRole role)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new LeastRole(role));

    /// <summary>A group whose calls all are for members from one role on.</summary>
    public static RouteGroupBuilder GroupFor(this RouteGroupBuilder group, MemberRole role) => group.MapGroup("").For(role);

    /// <summary>A group where reading is for members from one role on, and all else for those from another on.</summary>
    public static RouteGroupBuilder GroupFor(this RouteGroupBuilder group, MemberRole reads, MemberRole changes)
    {
        var inner = group.MapGroup("");
        ((IEndpointConventionBuilder)inner).Add(endpoint =>
        {
            var verbs = endpoint.Metadata.OfType<IHttpMethodMetadata>().Single().HttpMethods;
            endpoint.Metadata.Add(new LeastRole(verbs.All(HttpMethods.IsGet) ? reads : changes));
        });
        return inner;
    }
}
