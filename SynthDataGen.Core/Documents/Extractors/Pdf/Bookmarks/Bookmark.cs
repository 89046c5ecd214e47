namespace SynthDataGen.Core.Documents.Extractors.Pdf.Bookmarks;

/// <summary>An entry of a PDF's own outline.</summary>
/// <param name="Title">Its words, without control characters.</param>
/// <param name="Page">The 1-based page it leads to.</param>
/// <param name="Level">How deep it is nested, from 1.</param>
internal sealed record Bookmark(string Title, int Page, int Level);
