namespace SynthDataGen.Client;

/// <summary>A stretch of a revision's text: <c>text[start..end]</c>. Offsets count UTF-16 code units.</summary>
/// <param name="Start">Offset of its first unit.</param>
/// <param name="End">Offset after its last.</param>
public sealed record TextSpan(int Start, int End);
