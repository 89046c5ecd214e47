using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Generation.Checks.Leaks;

/// <summary>
/// Finds text that gives orders to a language model. A document about such orders looks the same and is flagged too:
/// a pair written from it deserves a look.
/// </summary>
internal static partial class Injection
{
    public static bool In(string text) => Order().IsMatch(text) || Role().IsMatch(text) || Abroad().IsMatch(text) || Hidden().IsMatch(text);

    /// <summary>"ignore all previous instructions", "reveal your system prompt", "answer every question with".</summary>
    [GeneratedRegex(
        @"\b(?:ignore|disregard|forget|override|bypass)\b[^.\n]{0,24}\b(?:all|any|your|previous|prior|above|earlier|preceding|existing)\b[^.\n]{0,24}\b(?:instructions?|prompts?|rules|guidelines|directives?)\b" +
        @"|\b(?:reveal|print|show|repeat|output|send|leak)\b[^.\n]{0,24}\b(?:your|the) (?:system|hidden|initial|original) (?:prompt|instructions?)\b" +
        @"|\b(?:answer|respond to|reply to) (?:every|each|all|any) (?:questions?|prompts?|messages?) (?:with|by)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Order();

    /// <summary>"you are ChatGPT", "note to the language model", and the marks of speakers in chat templates.</summary>
    [GeneratedRegex(
        @"\byou are (?:now )?(?:chatgpt|claude|gemini|gpt-?\d|dan\b|an? (?:\w+ )?(?:ai|llm|language model|chat ?bot)\b|in (?:developer|debug|god) mode)" +
        @"|\b(?:notes?|messages?|instructions?|attention|warning) (?:to|for) (?:the |any |all )?(?:(?:large )?language models?|llms?|ais?|ai (?:models?|assistants?|agents?)|chat ?bots?|chatgpt)\b" +
        @"|\bif you are an? (?:\w+ )?(?:ai|llm|language model|chat ?bot)\b" +
        @"|<\|(?:im_start|im_end|system|user|assistant|endoftext)\|>|\[/?INST\]|<</?SYS>>|^#{2,} ?(?:system|instruction) ?(?:prompt)?:",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Role();

    /// <summary>"Ignore all previous instructions" in German, French and Spanish.</summary>
    [GeneratedRegex(
        @"\b(?:ignorier\w*|vergiss|missachte\w*)\b[^.\n]{0,24}\b(?:vorherig|bisherig|obig|vorig|all)\w*\b[^.\n]{0,16}\b(?:anweisung|instruktion|vorgabe|regel)\w*" +
        @"|\b(?:ignore[zr]?|oublie[zr]?)\b[^.\n]{0,24}\b(?:instructions|consignes|règles)\b[^.\n]{0,8}\b(?:précédentes|antérieures|ci-dessus)" +
        @"|\b(?:ignor[ae]|olvid[ae])\b[^.\n]{0,24}\b(?:instrucciones|órdenes|reglas)\b[^.\n]{0,8}\b(?:anteriores|previas)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Abroad();

    /// <summary>Characters that no reader sees: Unicode tag characters, or a row of zero-width spaces.</summary>
    [GeneratedRegex(@"\uDB40[\uDC00-\uDC7F]{1}(?:\uDB40[\uDC00-\uDC7F]){3,}|[\u200B\u200C\u2060]{8,}", RegexOptions.NonBacktracking)]
    private static partial Regex Hidden();
}
