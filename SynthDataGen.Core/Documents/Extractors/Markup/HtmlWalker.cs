using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace SynthDataGen.Core.Documents.Extractors.Markup;

/// <summary>Goes through the tree step by step, not by recursion: depth is the file's choice, and the stack is ours.</summary>
internal sealed class HtmlWalker(ExtractionBuilder builder)
{
    private readonly StringBuilder text = new();
    private readonly Stack<(IElement Element, int Next)> lists = new();
    private (BlockKind Kind, int Level) current = (BlockKind.Paragraph, 0);
    private string marker = "";

    public void Walk(IElement root, CancellationToken cancellationToken)
    {
        INode node = root;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Enter(node) && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }
            Leave(node);
            while (node != root && node.NextSibling is null)
            {
                node = node.Parent!;
                Leave(node);
            }
            if (node == root)
            {
                return;
            }

            node = node.NextSibling!;
        }
    }

    /// <summary>Whether its children are to be visited.</summary>
    private bool Enter(INode node)
    {
        if (node is IText words)
        {
            text.Append(current.Kind == BlockKind.Code ? words.Data : TextOf(words.Data));
        }

        if (node is not IElement element)
        {
            return false;
        }

        if (HtmlText.ReasonToLeaveOut(element) is { } reason)
        {
            builder.LeaveOut(reason, element.TextContent);
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

        Flush();
        return EnterBlock(element);
    }

    private bool EnterBlock(IElement element)
    {
        switch (element.LocalName)
        {
            case "table" when IsData(element):
                builder.Add(BlockKind.Caption, element.QuerySelector("caption")?.TextContent ?? "");
                builder.Add(BlockKind.Table, HtmlTable.Render(element));
                return false;
            case "ul" or "ol":
                lists.Push((element, int.TryParse(element.GetAttribute("start"), CultureInfo.InvariantCulture, out var start) ? start : 1));
                break;
            case "li":
                StartItem();
                break;
            case "pre":
                current = (BlockKind.Code, 0);
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

    private void StartItem()
    {
        var (list, next) = lists.Count > 0 ? lists.Pop() : (null, 1);
        marker = list?.LocalName == "ol" ? $"{next}. " : "- ";
        if (list is not null)
        {
            lists.Push((list, next + 1));
        }

        current = (BlockKind.ListItem, Math.Clamp(lists.Count, 1, 6));
    }

    private void Leave(INode node)
    {
        if (node is not IElement element || !HtmlText.IsBlock(element))
        {
            return;
        }

        Flush();
        current = (BlockKind.Paragraph, 0);
        if (lists.Count > 0 && lists.Peek().Element == element)
        {
            lists.Pop();
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

    /// <summary>A table of one column, or one that holds tables, is there for the look of the page: its content is read as text.</summary>
    private static bool IsData(IElement table) => table.QuerySelector("table") is null && table.QuerySelector("tr > :nth-child(2)") is not null;

    private static string TextOf(string data)
    {
        var words = TextCleaner.Collapse(data);
        var before = data.Length > 0 && char.IsWhiteSpace(data[0]) ? " " : "";
        return words.Length == 0 ? before : before + words + (char.IsWhiteSpace(data[^1]) ? " " : "");
    }
}
