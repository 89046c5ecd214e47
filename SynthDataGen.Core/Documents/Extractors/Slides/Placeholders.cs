using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Presentation;

namespace SynthDataGen.Core.Documents.Extractors.Slides;

/// <summary>What a shape's placeholder says about its role.</summary>
internal static class Placeholders
{
    public static PlaceholderShape? Of(OpenXmlElement shape) =>
        shape.GetFirstChild<NonVisualShapeProperties>()?.ApplicationNonVisualDrawingProperties?.PlaceholderShape;

    /// <summary>The role; null for a shape that is no placeholder.</summary>
    public static PlaceholderValues? TypeOf(OpenXmlElement shape) =>
        Of(shape) is { } placeholder ? placeholder.Type is { HasValue: true } type ? type.Value : PlaceholderValues.Object : null;

    public static bool IsTitle(OpenXmlElement shape) => TypeOf(shape) is PlaceholderValues.Title or PlaceholderValues.CenteredTitle;

    public static string? ReasonToLeaveOut(OpenXmlElement shape) => TypeOf(shape) switch
    {
        PlaceholderValues.DateAndTime or PlaceholderValues.Footer => "running-footer",
        PlaceholderValues.Header => "running-header",
        PlaceholderValues.SlideNumber => "page-number",
        _ => null,
    };
}
