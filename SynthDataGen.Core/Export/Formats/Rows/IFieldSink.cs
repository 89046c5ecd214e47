using SynthDataGen.Core.Generation;

namespace SynthDataGen.Core.Export.Formats.Rows;

/// <summary>Takes what the fields of a row hold, one after the other. What is unknown is an empty text or 0: a column keeps one type from the first row to the last.</summary>
internal interface IFieldSink
{
    void Text(string? text);

    void Number(int number);

    void Id(Guid id);

    void Time(DateTimeOffset? time);

    /// <summary>Words in one text.</summary>
    void Joined(IReadOnlyList<string> words, string separator);

    void Evidence(IReadOnlyList<Evidence> evidence);
}
