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
/// Turns pairs into the rows of a file that a trainer loads. Files are UTF-8 without a byte order mark; a lone surrogate, which UTF-8 cannot hold,
/// becomes U+FFFD.
/// </summary>
public interface IDatasetFormat
{
    /// <summary>Its name in settings and on the wire.</summary>
    string Name { get; }

    /// <summary>What it needs whatever the settings.</summary>
    FormatNeeds Needs { get; }

    /// <summary>What it needs with these settings, including what the chosen fields need.</summary>
    FormatNeeds NeedsWith(ExportSettings settings) => Needs;

    /// <summary>Whether it also includes rejected pairs, unless the settings name a status.</summary>
    bool TakesRejected { get; }

    /// <summary>Whether its rows carry their provenance; if not, a sidecar does.</summary>
    bool CarriesProvenance { get; }

    /// <summary>The packagings that it supports.</summary>
    IReadOnlyList<Packaging> Packagings { get; }

    /// <summary>The extension of its files in a packaging, without the dot.</summary>
    string ExtensionIn(Packaging packaging);

    /// <summary>Begins a file.</summary>
    /// <param name="stream">The target, which stays open.</param>
    /// <param name="settings">System message, fields, packaging, shares.</param>
    /// <param name="file">What the file is.</param>
    IDatasetWriter Open(Stream stream, ExportSettings settings, DatasetFile file);
}

/// <summary>A file of a dataset.</summary>
/// <param name="Workspace">The workspace's short name.</param>
/// <param name="Part">The part that it holds.</param>
/// <param name="Count">How many pairs will be written to it.</param>
/// <param name="At">When its pairs were read; only the one-click export states it.</param>
public sealed record DatasetFile(string Workspace, Part Part, long Count, DateTimeOffset? At = null);

/// <summary>Writes a file of a dataset pair by pair.</summary>
public interface IDatasetWriter : IAsyncDisposable
{
    /// <summary>The number of rows written so far.</summary>
    long Rows { get; }

    /// <summary>The row written last, without separators; valid until the next pair is written.</summary>
    ReadOnlyMemory<byte> LastRow { get; }

    /// <summary>Writes a pair's row. Returns the SHA-256 of the row's bytes in lower-case hexadecimal, or null if the format cannot hold the pair.</summary>
    ValueTask<string?> WriteAsync(ExportedPair pair, CancellationToken cancellationToken);

    /// <summary>Ends the file.</summary>
    Task CompleteAsync(CancellationToken cancellationToken);
}
