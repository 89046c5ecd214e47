namespace SynthDataGen.Core.Export.Formats;

/// <summary>What a format needs of a pair beyond the pair itself.</summary>
[Flags]
public enum FormatNeeds
{
    None = 0,

    /// <summary><see cref="ExportedPair.OriginalAnswer"/>.</summary>
    OriginalAnswer = 1,

    /// <summary><see cref="ExportedPair.ContextTexts"/>.</summary>
    Context = 2,

    /// <summary><see cref="ExportedPair.Distractors"/>.</summary>
    Distractors = 4,
}

/// <summary>
/// How pairs become the rows of a file that a trainer loads. Files are UTF-8 without a byte order mark; a lone surrogate, which UTF-8 cannot hold,
/// becomes U+FFFD.
/// </summary>
public interface IDatasetFormat
{
    /// <summary>What it is called in settings and on the wire.</summary>
    string Name { get; }

    /// <summary>What it always needs.</summary>
    FormatNeeds Needs { get; }

    /// <summary>What it needs with these settings: what it always needs, and what fields that somebody chose need.</summary>
    FormatNeeds NeedsWith(ExportSettings settings) => Needs;

    /// <summary>Whether it is made from rejected pairs too, unless a status was asked for.</summary>
    bool TakesRejected { get; }

    /// <summary>Whether its rows say where they come from; else a file beside them does.</summary>
    bool CarriesProvenance { get; }

    /// <summary>The packagings that it has.</summary>
    IReadOnlyList<Packaging> Packagings { get; }

    /// <summary>How its files' names end in a packaging, without the dot.</summary>
    string ExtensionIn(Packaging packaging);

    /// <summary>Begins a file.</summary>
    /// <param name="stream">Where it goes; it stays open.</param>
    /// <param name="settings">System message, fields, packaging, shares.</param>
    /// <param name="file">What the file is.</param>
    IDatasetWriter Open(Stream stream, ExportSettings settings, DatasetFile file);
}

/// <summary>A file of a dataset.</summary>
/// <param name="Workspace">The workspace's short name.</param>
/// <param name="Part">The part that it holds.</param>
/// <param name="Count">How many pairs it is to be given.</param>
/// <param name="At">When its pairs were read; only the one-click export says it.</param>
public sealed record DatasetFile(string Workspace, Part Part, long Count, DateTimeOffset? At = null);

/// <summary>A file of a dataset as it is written, pair by pair.</summary>
public interface IDatasetWriter : IAsyncDisposable
{
    /// <summary>Rows that were written.</summary>
    long Rows { get; }

    /// <summary>The row that was written last, without separators; good until the next pair is written.</summary>
    ReadOnlyMemory<byte> LastRow { get; }

    /// <summary>Writes a pair's row. The SHA-256 of the row's bytes in lower-case hexadecimal; null where the format cannot hold the pair.</summary>
    ValueTask<string?> WriteAsync(ExportedPair pair, CancellationToken cancellationToken);

    /// <summary>Ends the file.</summary>
    Task CompleteAsync(CancellationToken cancellationToken);
}
