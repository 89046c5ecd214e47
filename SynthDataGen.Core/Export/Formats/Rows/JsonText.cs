using System.Text.Encodings.Web;
using System.Text.Json;

namespace SynthDataGen.Core.Export.Formats.Rows;

/// <summary>
/// How JSON is written in datasets: letters of all scripts as they are; line ends of every kind, U+2028 and U+2029 among them, escaped, so that
/// a row is one line whoever splits the file; lone surrogates, which no UTF-8 can hold, as U+FFFD.
/// </summary>
internal static class JsonText
{
    public static JsonWriterOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static JsonWriterOptions Indented { get; } = Compact with { Indented = true, NewLine = "\n" };
}
