using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SynthDataGen.Web.Shell;

/// <summary>Answers a failed request with our own page.</summary>
internal static class ErrorHandling
{
    /// <summary>In development too: ASP.NET Core's own page prints the request's headers, and with them the session cookie.</summary>
    public static void UseErrorPage(this IApplicationBuilder app) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        StatusCodeSelector = exception => exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        ExceptionHandler = context =>
        {
            SecurityHeaders.Set(context.Response.Headers); // The handler starts with a cleared response.
            var parameters = new Dictionary<string, object?> { [nameof(ErrorPage.TraceId)] = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier };
            return new RazorComponentResult<ErrorPage>(parameters).ExecuteAsync(context);
        },
    });
}
