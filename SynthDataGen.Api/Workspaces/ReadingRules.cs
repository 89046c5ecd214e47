using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Api.Workspaces;

/// <summary>Which settings of reading there can be.</summary>
internal sealed class ReadingRules(IOptions<ChunkOptions> configured)
{
    public static Core.Workspaces.ReadingSettings Tidy(Client.Workspaces.ReadingSettings? given) => new()
    {
        Ocr = string.IsNullOrWhiteSpace(given?.Ocr) ? null : given.Ocr.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant(),
        MaxTokens = given?.MaxTokens,
        OverlapTokens = given?.OverlapTokens,
        HeadingLevels = given?.HeadingLevels,
    };

    public ProblemHttpResult? Fault(Core.Workspaces.ReadingSettings reading)
    {
        if (reading.Ocr is not null && OcrLanguages.Of(reading) is null)
        {
            return Problems.BadRequest("bad-ocr", $"OCR needs up to {OcrLanguages.Most} of Tesseract's language codes, such as \"eng\" or \"deu+eng\".");
        }

        var options = configured.Value.With(reading);
        if (reading.OverlapTokens is { } overlap && (overlap < 0 || overlap > options.OverlapTokens))
        {
            return Problems.BadRequest("bad-overlap", $"An overlap must be less than half of a chunk: for chunks of {options.MaxTokens} tokens, 0 to {(options.MaxTokens - 1) / 2}.");
        }

        var faults = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new(options), faults, validateAllProperties: true)
            ? null
            : Problems.BadRequest("bad-chunks", string.Join(' ', faults.Select(fault => fault.ErrorMessage)));
    }
}
