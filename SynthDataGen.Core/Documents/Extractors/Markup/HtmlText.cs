using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace SynthDataGen.Core.Documents.Extractors.Markup;

/// <summary>What HTML elements mean to a reader.</summary>
internal static partial class HtmlText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "body", "blockquote", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section",
        "summary", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "ul",
    };

    private static readonly HashSet<string> Unseen = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "head", "iframe", "object", "embed", "svg", "canvas", "audio", "video", "datalist", "annotation",
        "annotation-xml",
    };

    /// <summary>A header or footer inside one of these is its own, not the site's.</summary>
    private static readonly HashSet<string> Sections = new(StringComparer.OrdinalIgnoreCase)
    {
        "article", "section", "main", "aside", "blockquote", "details", "dialog", "fieldset", "figure", "td",
    };

    public static bool IsBlock(INode node) => node is IElement element && Blocks.Contains(element.LocalName);

    /// <summary>Why the element's words are not part of the document; null if they are.</summary>
    public static string? ReasonToLeaveOut(IElement element)
    {
        if (Unseen.Contains(element.LocalName))
        {
            return element.LocalName is "script" or "style" ? element.LocalName : "unseen";
        }

        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true" || HidingStyle().IsMatch(element.GetAttribute("style") ?? ""))
        {
            return "hidden";
        }

        return element.LocalName switch
        {
            "button" or "select" or "input" or "textarea" => "form-control",
            "rt" or "rp" => "phonetic-guide",
            "nav" => "navigation",
            _ when IsBlock(element) && IsCookieBanner(element) => "cookie-banner",
            _ when element.GetAttribute("role") is "navigation" or "banner" or "contentinfo" || IsSiteFrame(element) => "navigation",
            _ => null,
        };
    }

    /// <summary>All words below a node, unseen ones too, for counting what is left out.</summary>
    public static string AllOf(INode node)
    {
        var text = new StringBuilder();
        HtmlTree.Visit(node, child =>
        {
            text.Append(child is IText words ? words.Data : IsBlock(child) ? " " : "");
            return true;
        });
        return text.ToString();
    }

    /// <summary>The words below a node that a reader sees, in one piece; the others are left out and counted.</summary>
    public static string Of(INode root, ExtractionBuilder builder)
    {
        var text = new StringBuilder();
        HtmlTree.Visit(root, Enter, node => text.Append(IsBlock(node) ? " " : ""));
        return text.ToString();

        bool Enter(INode node)
        {
            text.Append(node is IText words ? words.Data : IsBlock(node) || node is IElement { LocalName: "br" } ? " " : "");
            if (node is not IElement element || ReasonToLeaveOut(element) is not { } reason)
            {
                return true;
            }

            builder.LeaveOut(reason, AllOf(element));
            return false;
        }
    }

    /// <summary>A site's own header and footer are outside all sections; a header with the page's title is none.</summary>
    private static bool IsSiteFrame(IElement element)
    {
        var footer = element.LocalName == "footer" || (element.LocalName == "div" && (element.Id == "footer" || element.ClassList.Contains("footer")));
        if (!footer && element.LocalName != "header")
        {
            return false;
        }

        for (var above = element.ParentElement; above is not null; above = above.ParentElement)
        {
            if (Sections.Contains(above.LocalName))
            {
                return false;
            }
        }

        return footer || !HtmlTree.Any(element, child => child.LocalName == "h1");
    }

    private static bool IsCookieBanner(IElement element) =>
        (element.Id is { } id && CookieBanner().IsMatch(id)) || (element.ClassName is { } names && CookieBanner().IsMatch(names));

    [GeneratedRegex(@"\b(cookie|gdpr)s?[-_]?(banner|bar|consent|notice|notification|popup|modal|overlay|law|dialog|message)\b|\b(onetrust-|CybotCookiebot)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CookieBanner();

    [GeneratedRegex(@"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex HidingStyle();
}
