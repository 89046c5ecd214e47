namespace SynthDataGen.Core.Documents;

/// <summary>A span of a revision's text: <c>text[Start..End]</c>.</summary>
public sealed record TextSpan(int Start, int End);
