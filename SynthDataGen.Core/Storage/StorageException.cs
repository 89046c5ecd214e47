namespace SynthDataGen.Core.Storage;

/// <summary>The store cannot be reached or refuses us; the message says what was tried, without secrets.</summary>
public sealed class StorageException(string message, Exception? inner = null) : Exception(message, inner);
