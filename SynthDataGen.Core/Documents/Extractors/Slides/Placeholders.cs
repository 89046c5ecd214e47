using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Presentation;

namespace SynthDataGen.Core.Documents.Extractors.Slides;

/// <summary>Reads a shape's role from its placeholder.</summary>
internal static class Placeholders
{
    public static PlaceholderShape? Of(OpenXmlElement shape) =>
        shape.GetFirstChild<NonVisualShapeProperties>()?.ApplicationNonVisualDrawingProperties?.PlaceholderShape;

    /// <summary>The role; null if the shape is not a placeholder.</summary>
    public static PlaceholderValues? TypeOf(OpenXmlElement shape) =>
        Of(shape) is { } placeholder ? placeholder.Type is { HasValue: true } type ? type.Value : PlaceholderValues.Object : null;

    public static bool IsTitle(OpenXmlElement shape) => IsOneOf(shape, PlaceholderValues.Title, PlaceholderValues.CenteredTitle);

    public static string? ReasonToLeaveOut(OpenXmlElement shape) =>
        IsOneOf(shape, PlaceholderValues.DateAndTime, PlaceholderValues.Footer) ? "running-footer"
        : IsOneOf(shape, PlaceholderValues.Header) ? "running-header"
        : IsOneOf(shape, PlaceholderValues.SlideNumber) ? "page-number"
        : null;

    public static bool IsOneOf(OpenXmlElement shape, params ReadOnlySpan<PlaceholderValues> types) =>
        TypeOf(shape) is { } type && types.Contains(type);
}
