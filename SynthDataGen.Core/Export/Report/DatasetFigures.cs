using SynthDataGen.Core.Export.Contamination;
using SynthDataGen.Core.Export.Planning;

namespace SynthDataGen.Core.Export.Report;

/// <summary>What can be counted of an export while its pairs are written. It holds an entry for each document, and else little.</summary>
public sealed class DatasetFigures
{
    /// <summary>Pairs, about, whose words are counted: to count those of a million pairs would take as long as to write them.</summary>
    private const int Sample = 10_000;

    private readonly double share;
    private readonly List<ulong> questionWords = [];
    private readonly List<ulong> answerWords = [];
    private readonly List<ulong> words = [];
    private (Guid Run, int Context)? context;

    /// <param name="pairs">How many pairs are going to be written.</param>
    public DatasetFigures(long pairs) => share = (double)Sample / Math.Max(1, pairs);

    public Tally<Part> Parts { get; } = new();
    public Tally<string> Types { get; } = new();

    /// <summary>By difficulty; empty: unknown.</summary>
    public Tally<string> Difficulties { get; } = new();

    /// <summary>By document, with its key.</summary>
    public Tally<(Guid Id, string Key)> Documents { get; } = new();

    /// <summary>By person who decided; empty: nobody has.</summary>
    public Tally<string> Reviewers { get; } = new();

    /// <summary>By recipe, generator, model, and template with its version.</summary>
    public Tally<(string Recipe, string Generator, string Model, string Template)> Origins { get; } = new();

    /// <summary>Lengths of questions and of answers, of <see cref="Measured"/> pairs.</summary>
    public LengthTally Questions { get; } = new();
    public LengthTally Answers { get; } = new();

    /// <summary>Pairs whose words were counted: all, or of many pairs some 10,000 that are drawn by their ids.</summary>
    public long Measured { get; private set; }

    /// <summary>Contexts that at least one pair came from.</summary>
    public long Contexts { get; private set; }

    /// <summary>The newest decision on any of the pairs.</summary>
    public DateTimeOffset? NewestDecision { get; private set; }

    /// <summary>MTLD of questions and of answers, of <see cref="Measured"/> pairs; null: there are too few words.</summary>
    public (double? Questions, double? Answers) Diversity => (LexicalDiversity.Of(questionWords), LexicalDiversity.Of(answerWords));

    /// <summary>Takes a pair in. They come in the order in which they are written.</summary>
    public void Add(ExportedPair pair, Part part)
    {
        ArgumentNullException.ThrowIfNull(pair);
        Parts.Add(part);
        Types.Add(pair.QuestionType);
        Difficulties.Add(pair.Difficulty ?? "");
        Documents.Add((pair.DocumentId, pair.DocumentKey));
        Reviewers.Add(pair.DecidedBy ?? "");
        Origins.Add((pair.Recipe, pair.Generator, pair.Model, $"{pair.Template} {pair.TemplateVersion}"));
        if (context != (pair.RunId, pair.Context))
        {
            context = (pair.RunId, pair.Context);
            Contexts++;
        }

        NewestDecision = pair.DecidedAt > NewestDecision || NewestDecision is null ? pair.DecidedAt : NewestDecision;
        if (Chance.Of(pair.Id, seed: 0) < share)
        {
            Measured++;
            Measure(pair.Question, Questions, questionWords);
            Measure(pair.Answer, Answers, answerWords);
        }
    }

    private void Measure(string text, LengthTally lengths, List<ulong> all)
    {
        WordHashes.Read(text, words);
        lengths.Add(words.Count);
        all.AddRange(words);
    }
}
