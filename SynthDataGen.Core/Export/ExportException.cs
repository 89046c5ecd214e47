namespace SynthDataGen.Core.Export;

/// <summary>An export cannot be built; the message says why, and what to do, to who asked for it.</summary>
public sealed class ExportException(string message) : Exception(message);
