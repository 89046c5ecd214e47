using FsCheck;
using FsCheck.Fluent;
using SynthDataGen.Core.Generation.Checks.Duplicates;

namespace SynthDataGen.Core.Tests.Generation.Checks.Duplicates;

public sealed class ClustersTests
{
    private static readonly Guid Workspace = Guid.Parse("01900000-0000-7000-8000-000000000001");

    [Theory]
    [InlineData("How long may a manager take?", "Three working days.", "how long may a manager take", "Three working days!", true)]
    [InlineData("Who approves a journey within the country?", "The line manager approves it.", "Who approves a journey inside the country?", "The line manager approves it.", true)]
    [InlineData("Who signs?", "The officer signs.", "Who signs?", "Nobody has to sign.", true)]
    [InlineData("What is the set point of chamber C1?", "It is +3 °C all year round.", "What is the set point of chamber C2?", "It is +3 °C all year round.", false)]
    [InlineData("Who signs the form?", "The officer signs it.", "When is the form due?", "At the end of March.", false)]
    public void Similarly_worded_pairs_are_one_cluster(string question, string answer, string otherQuestion, string otherAnswer, bool joined)
    {
        var clusters = new Clusters(0.7);
        var first = Pair(question, answer);
        clusters.Join(first).ShouldBeNull();

        clusters.Join(Pair(otherQuestion, otherAnswer)).ShouldBe(joined ? first.Id : null);
    }

    [Fact]
    public void A_pair_joins_the_most_similar_first()
    {
        var clusters = new Clusters(0.7);
        clusters.AddFirst(Pair("Which details does the author of a request name?", "The database, the table and the moment."));
        var nearer = Pair("Which details does the author of any request name?", "The database, the table and the moment.");
        clusters.AddFirst(nearer);

        clusters.Join(Pair("Which details does the author of any request name?", "The database, the table and the moment!")).ShouldBe(nearer.Id);
    }

    [Fact]
    public void Keys_depend_on_the_workspace_and_not_on_the_process()
    {
        var wording = Wording.Of("Who signs the form?", "The officer signs it.");

        Bands.Of(Workspace, wording).Take(3).ShouldBe([627119998, -1755476932, 1518938041]);
        Bands.Of(Workspace, wording).Intersect(Bands.Of(Guid.CreateVersion7(), wording)).ShouldBeEmpty();
    }

    [Fact]
    public void Pairs_with_different_figures_share_no_key()
    {
        var rows = Enumerable.Range(1, 200).Select(row => Pair($"What is the set point of chamber C{row}?", "It is kept cool all year round.")).ToList();

        rows.SelectMany(row => row.Bands).Distinct().Count().ShouldBe(rows.Sum(row => row.Bands.Length));
    }

    [Fact]
    public void The_order_of_figures_does_not_keep_pairs_apart()
    {
        var clusters = new Clusters(0.7);
        var first = Pair("Between which hours is the gate of the northern harbour open?", "On all working days between 8 and 17.");
        clusters.AddFirst(first);

        clusters.Join(Pair("Between which hours is the gate of a northern harbour open?", "On all working days between 17 and 8.")).ShouldBe(first.Id);
    }

    [Fact]
    public void Any_text_has_a_wording() => Prop.ForAll<string, string>((question, answer) =>
    {
        var wording = Wording.Of(question ?? "", answer ?? "");
        return wording.Shingles.Count > 0 && Math.Abs(wording.SimilarityTo(wording) - 1) < 1e-9 && Bands.Of(Workspace, wording).Length == 22;
    }).Check(Config.QuickThrowOnFailure);

    private static ComparedPair Pair(string question, string answer) => ComparedPair.Of(Workspace, Guid.CreateVersion7(), question, answer);
}
