using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Core.Storage;

namespace SynthDataGen.Api;

/// <summary>Errors as RFC 9457 problem details, each with a stable code that programs can act on.</summary>
internal static class Problems
{
    public static ProblemHttpResult NotFound(string code, string detail) => Of(StatusCodes.Status404NotFound, code, detail);

    public static ProblemHttpResult BadRequest(string code, string detail) => Of(StatusCodes.Status400BadRequest, code, detail);

    public static ProblemHttpResult Forbidden(string code, string detail) => Of(StatusCodes.Status403Forbidden, code, detail);

    public static ProblemHttpResult Conflict(string code, string detail, object? current = null) =>
        Of(StatusCodes.Status409Conflict, code, detail, current);

    public static IServiceCollection AddProblems(this IServiceCollection services)
    {
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            context.ProblemDetails.Extensions.TryAdd("code", CodeOf(context.ProblemDetails.Status, context.Exception));
            if (context.Exception is StorageException storage)
            {
                context.ProblemDetails.Detail = storage.Message;
            }
        });
        return services;
    }

    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = exception => exception switch
            {
                BadHttpRequestException bad => bad.StatusCode,
                StorageException => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status500InternalServerError,
            },
        });
        app.UseStatusCodePages();
    }

    public static ProblemHttpResult Of(int status, string code, string detail, object? current = null)
    {
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code };
        if (current is not null)
        {
            extensions["current"] = current;
        }

        return TypedResults.Problem(detail, statusCode: status, extensions: extensions);
    }

    private static string CodeOf(int? status, Exception? exception) => (status, exception) switch
    {
        (_, StorageException) => "store-unavailable",
        (400, _) => "bad-request",
        (401, _) => "unauthorized",
        (404, _) => "not-found",
        (405, _) => "method-not-allowed",
        (413, _) => "too-large",
        (415, _) => "unsupported-media-type",
        _ => "internal-error",
    };
}
