using AngleSharp.Dom;

namespace SynthDataGen.Core.Documents.Extractors.Markup;

/// <summary>Walks trees without recursion: the file decides their depth and width, but the stack and the time are ours.</summary>
internal static class HtmlTree
{
    /// <summary>Visits what is below a node, in order.</summary>
    /// <param name="root">The node; it is not visited itself.</param>
    /// <param name="enter">Called for each node; says whether its children are to be visited.</param>
    /// <param name="leave">Called after a node's children were visited or skipped.</param>
    public static void Visit(INode root, Func<INode, bool> enter, Action<INode>? leave = null)
    {
        // The parser's own NextSibling searches all siblings each time.
        var open = new Stack<(INode Node, int Next)>();
        open.Push((root, 0));
        while (open.TryPop(out var at))
        {
            if (at.Next < at.Node.ChildNodes.Length)
            {
                var child = at.Node.ChildNodes[at.Next];
                open.Push((at.Node, at.Next + 1));
                if (enter(child))
                {
                    open.Push((child, 0));
                }
                else
                {
                    leave?.Invoke(child);
                }
            }
            else if (at.Node != root)
            {
                leave?.Invoke(at.Node);
            }
        }
    }

    /// <summary>Whether any element below the node matches.</summary>
    public static bool Any(INode root, Func<IElement, bool> isWanted)
    {
        var found = false;
        Visit(root, node =>
        {
            found = found || (node is IElement element && isWanted(element));
            return !found;
        });
        return found;
    }
}
