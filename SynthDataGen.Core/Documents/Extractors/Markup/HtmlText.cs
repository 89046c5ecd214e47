using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace SynthDataGen.Core.Documents.Extractors.Markup;

/// <summary>What the elements of HTML are to a reader.</summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "body", "blockquote", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section",
        "summary", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "ul",
    };

    private static readonly HashSet<string> Unseen = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "head", "iframe", "object", "embed", "svg", "canvas", "audio", "video", "datalist",
    };

    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    /// <summary>Why the element's words are no part of the document, or null where they are.</summary>
    public static string? ReasonToLeaveOut(IElement element)
    {
        if (Unseen.Contains(element.LocalName))
        {
            return element.LocalName is "script" or "style" ? element.LocalName : "unseen";
        }

        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true")
        {
            return "hidden";
        }

        if (element.LocalName is "button" or "select" or "input" or "textarea")
        {
            return "form-control";
        }

        var role = element.GetAttribute("role");
        return element.LocalName == "nav" || role == "navigation" || IsSiteFrame(element, role) ? "navigation" : null;
    }

    /// <summary>The words of a piece of HTML.</summary>
    public static string Of(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        foreach (var unseen in document.QuerySelectorAll("script, style, template").ToList())
        {
            unseen.Remove();
        }

        return document.Body?.TextContent ?? "";
    }

    /// <summary>A site's own header and footer stand right under the body, an article's inside it.</summary>
    private static bool IsSiteFrame(IElement element, string? role) =>
        role is "banner" or "contentinfo"
        || (element.LocalName == "footer" && element.ParentElement?.LocalName == "body")
        || (element.LocalName == "header" && element.ParentElement?.LocalName == "body" && element.QuerySelector("h1") is null);
}
