namespace SynthDataGen.Core.Export.Formats.Packagings;

/// <summary>What the card of a dataset says of it.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Settings">How it was made.</param>
/// <param name="Counts">How many rows each part has; parts without rows have no file and are left out.</param>
public sealed record HubCard(string Title, ExportSettings Settings, IReadOnlyDictionary<Part, long> Counts)
{
    /// <summary>How many documents its pairs come from.</summary>
    public long Documents { get; init; }

    /// <summary>The languages of its pairs, as ISO 639 codes; empty: not known.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The models that wrote its pairs.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>The recipes that its pairs were made by.</summary>
    public IReadOnlyList<string> Recipes { get; init; } = [];

    /// <summary>How many people decided on its pairs.</summary>
    public int Reviewers { get; init; }

    /// <summary>The card: <c>README.md</c> with its YAML head, as the Hugging Face hub documents it (hub/datasets-cards, hub/datasets-manual-configuration).</summary>
    /// <exception cref="InvalidOperationException">The format cannot be packaged so.</exception>
    public string Text()
    {
        if (DatasetFormats.Find(Settings.Format) is not Rows.JsonRowsFormat format || !format.Packagings.Contains(Packaging.HuggingFace))
        {
            throw new InvalidOperationException($"There is no card for {Settings.Format}.");
        }

        var columns = format.ColumnsIn(Settings);
        var parts = Counts.Where(part => part.Value > 0).OrderBy(part => part.Key).ToList();
        return HubCardHead.Text(this, format, columns, parts) + HubCardBody.Text(this, columns, parts);
    }
}
