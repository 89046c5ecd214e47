namespace SynthDataGen.Core.Export;

/// <summary>A file of an export.</summary>
/// <param name="Name">Its name, with folders as the packaging has them.</param>
/// <param name="SizeBytes">Its length.</param>
/// <param name="Sha256">SHA-256 of its bytes, in lower-case hexadecimal.</param>
/// <param name="Rows">How many rows of data it has; null: it holds none.</param>
public sealed record ExportFile(string Name, long SizeBytes, string Sha256, long? Rows = null);
