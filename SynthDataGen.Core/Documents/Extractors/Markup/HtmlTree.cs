using AngleSharp.Dom;

namespace SynthDataGen.Core.Documents.Extractors.Markup;

/// <summary>Goes through trees step by step: depth and width are the file's choice, the stack and the time are ours.</summary>
internal static class HtmlTree
{
    /// <summary>Visits what is below a node, in order.</summary>
    /// <param name="root">The node; it is not visited itself.</param>
    /// <param name="enter">Called for each node; says whether its children are to be visited.</param>
    /// <param name="leave">Called after the children of a node were visited, or were not to be.</param>
    public static void Visit(INode root, Func<INode, bool> enter, Action<INode>? leave = null)
    {
        // The parser's own way from one sibling to the next looks through all of them.
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

    /// <summary>Whether some element below the node is such a one.</summary>
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
