namespace SynthDataGen.Core.Tests.Architecture;

/// <summary>Which noun may name which.</summary>
public sealed class NounTests
{
    /// <summary>
    /// The order of the house. Storage and Workspaces come first, for documents are in a store and belong to a workspace; Data comes last,
    /// for it keeps them all.
    /// </summary>
    private static readonly string[] Order = ["Storage", "Workspaces", "Documents", "Chunks", "Pairs", "Generation", "Review", "Export", "Data"];

    [Fact]
    public void Every_file_of_Core_is_in_the_folder_of_a_noun()
    {
        Sources.ProductCode.Where(file => file.Project == "SynthDataGen.Core").Select(file => file.Path.Split('/')[1]).Distinct(StringComparer.Ordinal)
            .ShouldBe(Order, ignoreOrder: true);
    }

    [Fact]
    public void A_noun_names_only_nouns_before_it()
    {
        var between = CoreNames.All.Where(name => Place(name.From) != Place(name.To)).ToList();
        Order.ShouldAllBe(noun => between.Any(name => CoreNames.Noun(name.From) == noun || CoreNames.Noun(name.To) == noun));

        between.Where(name => Place(name.To) > Place(name.From)).Select(name => name.ToString()).ShouldBeEmpty();
    }

    /// <summary>Wherever folders are next to each other; what they share is in the folder around them.</summary>
    [Fact]
    public void The_folders_of_a_noun_form_no_circle()
    {
        var siblings = CoreNames.All.Select(name => (Name: name, Pair: Siblings(name.From, name.To))).Where(found => found.Pair is not null).ToList();
        siblings.ShouldNotBeEmpty();

        var named = siblings.ToLookup(found => found.Pair!.Value.From, found => found.Pair!.Value.To, StringComparer.Ordinal);
        siblings.Where(found => Reaches(named, found.Pair!.Value.To, found.Pair.Value.From)).Select(found => found.Name.ToString()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("var made = SynthDataGen.Core.Review.Verdict.Made;")]
    [InlineData("const int Most = SynthDataGen.Core.Review.Verdict.Most;")]
    [InlineData("var verdict = Between.It; verdict.Give();")]
    public void No_way_of_naming_a_type_is_missed(string line)
    {
        const string Verdict = "namespace SynthDataGen.Core.Review; public class Verdict { public const int Most = 1; public static int Made; public void Give() { } }";
        const string Between = "namespace SynthDataGen.Core; public static class Between { public static Review.Verdict It; }";

        CoreNames.Read([("Verdict.cs", Verdict), ("Between.cs", Between), ("Block.cs", $"namespace SynthDataGen.Core.Documents; class Block {{ void Do() {{ {line} }} }}")])
            .ShouldContain(new Naming("Block.cs", "SynthDataGen.Core.Documents", "SynthDataGen.Core.Review", "Verdict"));
    }

    private static int Place(string space) => Array.IndexOf(Order, CoreNames.Noun(space));

    /// <summary>The two folders where the ways to these namespaces part; null where one is inside the other, or they are of different nouns.</summary>
    private static (string From, string To)? Siblings(string from, string to)
    {
        var (one, other) = (from.Split('.'), to.Split('.'));
        var shared = one.Zip(other).TakeWhile(parts => parts.First == parts.Second).Count();
        return shared > 2 && shared < one.Length && shared < other.Length
            ? (string.Join('.', one[..(shared + 1)]), string.Join('.', other[..(shared + 1)]))
            : null;
    }

    private static bool Reaches(ILookup<string, string> named, string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([from]);
        while (open.TryPop(out var space))
        {
            if (space == to)
            {
                return true;
            }

            foreach (var next in seen.Add(space) ? named[space] : [])
            {
                open.Push(next);
            }
        }

        return false;
    }
}
