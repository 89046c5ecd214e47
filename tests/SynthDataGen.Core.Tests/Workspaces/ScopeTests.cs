using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Tests.Workspaces;

public sealed class ScopeTests
{
    [Theory]
    [InlineData("*.pdf", "a.pdf", true)]
    [InlineData("*.pdf", "deep/down/A.PDF", true)]
    [InlineData("*.pdf", "a.pdf.txt", false)]
    [InlineData("/*.pdf", "a.pdf", true)]
    [InlineData("/*.pdf", "deep/a.pdf", false)]
    [InlineData("manuals/*.md", "manuals/a.md", true)]
    [InlineData("manuals/*.md", "manuals/2026/a.md", false)]
    [InlineData("manuals/*.md", "old/manuals/a.md", false)]
    [InlineData("manuals/**", "manuals/2026/a.md", true)]
    [InlineData("manuals/**/a.md", "manuals/a.md", true)]
    [InlineData("**/drafts/*", "x/y/drafts/a.md", true)]
    [InlineData("drafts/", "x/drafts/y/a.md", true)]
    [InlineData("drafts/", "drafts.md", false)]
    [InlineData("chapter-?.txt", "chapter-1.txt", true)]
    [InlineData("chapter-?.txt", "chapter-10.txt", false)]
    [InlineData("a+(b)[c].txt", "a+(b)[c].txt", true)]
    [InlineData("line*", "line\nbreak.txt", true)]
    public void A_pattern_fits_as_people_expect(string pattern, string key, bool fits)
    {
        new KeyPattern(pattern).Fits(key).ShouldBe(fits);
    }

    [Theory]
    [InlineData("manuals/a.pdf", true)]
    [InlineData("manuals/a.exe", false)]
    [InlineData("manuals/drafts/a.pdf", false)]
    [InlineData("Manuals/a.pdf", false)]
    [InlineData("manuals/folder.pdf/", false)]
    [InlineData("manuals/a\0.pdf", false)]
    public void A_key_is_in_scope_below_the_prefix_where_it_is_included_and_not_excluded(string key, bool holds)
    {
        var scope = new Scope(new() { Prefix = "manuals/", Include = ["*.pdf", "*.md"], Exclude = ["drafts/"] });

        scope.Holds(key).ShouldBe(holds);
    }

    [Fact]
    public void A_pattern_of_many_stars_takes_no_longer_than_others()
    {
        var pattern = new KeyPattern(string.Concat(Enumerable.Repeat("*a", 90)));

        pattern.Fits(new string('a', 1000) + "b").ShouldBeFalse();
    }
}
