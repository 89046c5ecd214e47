using System.Text;
using SynthDataGen.Core.Export.Formats.Rows;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Core.Export.Formats.Comprehension;

/// <summary>A pair as RAFT has it: a question, documents of which one may hold the answer, and the answer.</summary>
/// <param name="Oracle">The document that holds the answer, whether it is among the documents or not.</param>
/// <param name="Documents">The documents in the order in which they are shown.</param>
internal sealed record RaftRow(string Oracle, IReadOnlyList<string> Documents)
{
    /// <summary>In as many rows of a hundred as the settings say the oracle is among the documents; else another distractor takes its place, where there is one.</summary>
    public static RaftRow Of(ExportedPair pair, ExportSettings settings)
    {
        var oracle = ContextJoin.Of(pair.ContextTexts).Text;
        var draw = new PairDraw(settings.Seed, pair.Id);
        var distractors = pair.Distractors.Where(text => text != oracle).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var shown = draw.Next(100) < settings.OracleShare || distractors.Count == 0;
        draw.Shuffle(distractors);
        List<string> documents = shown ? [oracle, .. distractors.Take(settings.Distractors)] : [.. distractors.Take(settings.Distractors + 1)];
        draw.Shuffle(documents);
        return new(oracle, documents);
    }

    /// <summary>What a model is asked: the documents, then the question.</summary>
    public string Instruction(string question)
    {
        var text = new StringBuilder();
        foreach (var document in Documents)
        {
            text.Append("<DOCUMENT>").Append(document).Append("</DOCUMENT>\n");
        }

        return text.Append(question).ToString();
    }

    /// <summary>What it is to say: the evidence between the marks that RAFT has for quotes, then the answer.</summary>
    public static string Reasoned(ExportedPair pair)
    {
        var text = new StringBuilder();
        foreach (var evidence in pair.Evidence.Where(evidence => evidence.Match != EvidenceMatch.Missing))
        {
            text.Append("##begin_quote##").Append(evidence.Quote).Append("##end_quote##\n");
        }

        return text.Append("<ANSWER>: ").Append(pair.Answer).ToString();
    }
}
