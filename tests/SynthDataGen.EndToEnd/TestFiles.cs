using SynthDataGen.Testing;

namespace SynthDataGen.EndToEnd;

/// <summary>The documents that the tests upload.</summary>
internal static class TestFiles
{
    public const string Handbook = "employee-handbook.pdf";
    public const string Policy = "travel-policy.docx";
    public const string Guide = "operations-guide.md";

    /// <summary>A sample of the repository.</summary>
    public static string Sample(string name) => Path.Combine(Repository.Root, "samples", name);

    /// <summary>A real document, if it is in the corpus next to the clone; otherwise the test is reported as skipped.</summary>
    public static string CorpusOrSkip(string name)
    {
        var file = Path.Combine(Repository.Corpus, name);
        Assert.SkipUnless(File.Exists(file), $"There is no {name} in ../shared/corpus beside the clone.");
        return file;
    }
}
