namespace SynthDataGen.Core.Documents.Extractors.Sheets;

/// <summary>A row that has words: its number from 1, and its filled cells by their column from 1.</summary>
internal sealed record SheetRow(int Number, List<(int Column, string Text)> Cells);
