using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace SynthDataGen.Core.Documents.Extractors.Markup;

/// <summary>Turns what a reader sees of a page into blocks.</summary>
internal sealed class HtmlWalker(ExtractionBuilder builder, ExtractionOptions options)
{
    private readonly StringBuilder text = new();
    private readonly Stack<(IElement Element, int Next)> lists = new();
    private (BlockKind Kind, int Level) current = (BlockKind.Paragraph, 0);
    private IElement? code;
    private string marker = "";

    public void Walk(INode root, CancellationToken cancellationToken)
    {
        HtmlTree.Visit(
            root,
            node =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                return Enter(node);
            },
            Leave);
        Flush();
    }

    /// <summary>Whether its children are to be visited.</summary>
    private bool Enter(INode node)
    {
        if (node is IText words)
        {
            text.Append(code is not null ? words.Data : TextOf(words.Data));
        }

        if (node is not IElement element)
        {
            return false;
        }

        if (HtmlText.ReasonToLeaveOut(element) is { } reason)
        {
            builder.LeaveOut(reason, HtmlText.AllOf(element));
            return false;
        }

        if (element.LocalName == "br")
        {
            text.Append('\n');
        }

        if (!HtmlText.IsBlock(element))
        {
            return true;
        }

        if (code is not null)
        {
            EndLine();
            return true;
        }

        Flush();
        return EnterBlock(element);
    }

    private bool EnterBlock(IElement element)
    {
        switch (element.LocalName)
        {
            case "table" when HtmlTable.IsData(element):
                var caption = element.Children.FirstOrDefault(child => child.LocalName == "caption");
                builder.Add(BlockKind.Caption, caption is null ? "" : TextCleaner.Collapse(HtmlText.Of(caption, builder)));
                builder.Add(BlockKind.Table, new HtmlTable(builder, options).Render(element));
                return false;
            case "ul" or "ol":
                lists.Push((element, Number(element, "start") ?? 1));
                break;
            case "li":
                StartItem(element);
                break;
            case "pre":
                current = (BlockKind.Code, 0);
                code = element;
                break;
            case "figcaption" or "caption":
                current = (BlockKind.Caption, 0);
                break;
            case ['h', >= '1' and <= '6'] name:
                current = (BlockKind.Heading, name[1] - '0');
                break;
        }
        return true;
    }

    private void StartItem(IElement item)
    {
        var (list, next) = lists.Count > 0 ? lists.Pop() : (null, 1);
        var number = Number(item, "value") ?? next;
        marker = list?.LocalName == "ol" ? $"{number}. " : "- ";
        if (list is not null)
        {
            lists.Push((list, number + 1));
        }

        current = (BlockKind.ListItem, Math.Clamp(lists.Count, 1, 6));
    }

    private void Leave(INode node)
    {
        if (!HtmlText.IsBlock(node))
        {
            return;
        }

        if (code is not null && node != code)
        {
            EndLine();
            return;
        }

        Flush();
        code = null;
        current = (BlockKind.Paragraph, 0);
        if (lists.Count > 0 && lists.Peek().Element == node)
        {
            lists.Pop();
        }
    }

    private void EndLine()
    {
        if (text.Length > 0 && text[^1] != '\n')
        {
            text.Append('\n');
        }
    }

    private void Flush()
    {
        var words = text.ToString();
        text.Clear();
        if (string.IsNullOrWhiteSpace(words))
        {
            return;
        }

        builder.Add(current.Kind, marker + (current.Kind == BlockKind.Code ? words : words.Trim()), current.Level);
        marker = "";
        if (current.Kind == BlockKind.ListItem)
        {
            current = (BlockKind.Paragraph, 0);
        }
    }

    private static int? Number(IElement element, string name) =>
        int.TryParse(element.GetAttribute(name), CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, -1_000_000, 1_000_000) : null;

    private static string TextOf(string data)
    {
        var words = TextCleaner.Collapse(data);
        var before = data.Length > 0 && char.IsWhiteSpace(data[0]) ? " " : "";
        return words.Length == 0 ? before : before + words + (char.IsWhiteSpace(data[^1]) ? " " : "");
    }
}
