using System.Text;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Export.Formats;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Tests.Export.Formats;

/// <summary>A file that a format wrote.</summary>
internal sealed record Written(byte[] Bytes, IReadOnlyList<string?> Hashes, IReadOnlyList<string> Rows)
{
    public string Text => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Bytes);

    /// <summary>Writes pairs like an export, in the format that the settings name.</summary>
    public static async Task<Written> AsAsync(ExportSettings settings, IReadOnlyList<ExportedPair> pairs, DatasetFile? file = null)
    {
        using var stream = new MemoryStream();
        var (hashes, rows) = (new List<string?>(), new List<string>());
        var writer = DatasetFormats.Find(settings.Format)!.Open(stream, settings, file ?? new("handbooks", Part.Train, pairs.Count));
        await using (writer)
        {
            foreach (var pair in pairs)
            {
                hashes.Add(await writer.WriteAsync(pair, TestContext.Current.CancellationToken));
                if (hashes[^1] is not null)
                {
                    rows.Add(Encoding.UTF8.GetString(writer.LastRow.Span));
                }
            }

            await writer.CompleteAsync(TestContext.Current.CancellationToken);
            writer.Rows.ShouldBe(rows.Count);
        }

        return new(stream.ToArray(), hashes, rows);
    }

    public static Task<Written> AsAsync(string format, params IReadOnlyList<ExportedPair> pairs) => AsAsync(Settings(format), pairs);

    public static ExportSettings Settings(string format) => new(format, new PairQuery());
}
