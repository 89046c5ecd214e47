using System.Text;
using System.Xml.Linq;
using SynthDataGen.Core.Documents.Extractors.Word.Parts;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>Adds a link's address after its words if they don't include it: it may be the whole point of the sentence.</summary>
internal sealed class WordLinks(WordContext context, StringBuilder text)
{
    /// <summary>Longer addresses are made by programs for programs.</summary>
    private const int LongestAddress = 100;

    private readonly StringBuilder tooLong = new();

    public string TooLong => tooLong.ToString();

    /// <summary>Adds a link's words and its address; a link that continues in the next element gets it there.</summary>
    public void Add(XElement link, Action addWords)
    {
        var start = text.Length;
        addWords();
        var id = link.Of("id");
        if (context.Relation(id) is { IsExternal: true } relation && (link.NextNode as XElement is not { Name.LocalName: "hyperlink" } next || next.Of("id") != id))
        {
            End(relation.Target, start);
        }
    }

    /// <summary>Adds the address of a link that ends here and whose words start at this place.</summary>
    public void End(string? address, int start)
    {
        if (address is null || !address.StartsWith("http", StringComparison.OrdinalIgnoreCase) || text.Length == start || IsSaid(address, start))
        {
            return;
        }

        if (address.Length > LongestAddress)
        {
            tooLong.Append(address).Append(' ');
            return;
        }

        text.Append(" (").Append(address).Append(')');
    }

    private bool IsSaid(string address, int start)
    {
        var bare = address[(address.IndexOf("//", StringComparison.Ordinal) + 2)..].TrimEnd('/');
        return text.ToString(start, text.Length - start).Contains(bare, StringComparison.OrdinalIgnoreCase);
    }
}
