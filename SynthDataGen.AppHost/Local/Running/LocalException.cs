namespace Aspire.Hosting.Local;

/// <summary>Why nothing can be started, in a sentence for the person at the keyboard.</summary>
internal sealed class LocalException(string message) : Exception(message);
