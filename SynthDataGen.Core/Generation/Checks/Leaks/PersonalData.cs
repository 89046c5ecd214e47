using System.Text.RegularExpressions;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Checks.Leaks;

/// <summary>
/// Finds what identifies a person or opens a door: e-mail addresses, telephone numbers, bank accounts, payment cards, secrets.
/// Addresses that were set aside for documentation (RFC 2606, RFC 6761) and the telephone numbers of films are nobody's.
/// </summary>
internal static partial class PersonalData
{
    private const int MinPhoneDigits = 8;
    private const int MaxPhoneDigits = 15;

    public static bool In(PairDraft pair, IReadOnlyList<Evidence> evidence) =>
        In(string.Join('\n', [pair.Question, pair.Answer, .. evidence.Select(e => e.Quote)]));

    public static bool In(string text) =>
        Mail().IsMatch(text)
        || Phone().Matches(text).Any(found => found.Value.Count(char.IsAsciiDigit) is >= MinPhoneDigits and <= MaxPhoneDigits && !Fictional().IsMatch(found.Value))
        || Iban().Matches(text).Any(found => IsIban(found.Value))
        || Card().Matches(text).Any(found => IsCard(found.Value))
        || Secrets.In(text);

    /// <summary>ISO 13616: the first four characters go to the end, letters count from 10, and the rest of the division by 97 is 1.</summary>
    private static bool IsIban(string text)
    {
        var plain = text.Replace(" ", "", StringComparison.Ordinal);
        var rest = (plain[4..] + plain[..4]).Aggregate(0, (rest, c) => (char.IsAsciiDigit(c) ? rest * 10 + (c - '0') : rest * 100 + (c - 'A' + 10)) % 97);
        return plain.Length is >= 15 and <= 34 && rest == 1;
    }

    /// <summary>ISO/IEC 7812: as many digits as cards have, the last of them the check digit of Luhn.</summary>
    private static bool IsCard(string text)
    {
        var digits = text.Where(char.IsAsciiDigit).Select(c => c - '0').Reverse().ToArray();
        var sum = digits.Select((digit, i) => i % 2 == 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2).Sum();
        return digits.Length is (>= 13 and <= 16) or 19 && sum % 10 == 0 && digits.Distinct().Count() > 1;
    }

    [GeneratedRegex(
        @"[\p{L}\p{N}._%+-]{1,64}@(?!(?:[\w-]+\.)*(?:example(?:\.(?:com|org|net))?|test|invalid|localhost)(?![\w-]|\.\w))(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}",
        RegexOptions.IgnoreCase)]
    private static partial Regex Mail();

    /// <summary>With the code of a country, in the American form, or any that a word calls one.</summary>
    [GeneratedRegex(
        @"(?<![\w.+]|\d )(?:\+|00)[1-9]\d{0,2}(?:[ ./()-]{0,3}\d){7,12}(?!\d)|(?<![\w.-])(?:\(\d{3}\) ?|\d{3}-)\d{3}-\d{4}(?![\w-])|(?<=\b(?:phone|telephone|tel|mobile|cell|fax|call|telefon|handy|mobil|téléphone|portable|teléfono|móvil)\b\D{0,24})\(?0\d(?:[ ./()-]{0,2}\d){6,11}(?!\d)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Phone();

    [GeneratedRegex(@"555[ .-]?01\d\d", RegexOptions.NonBacktracking)]
    private static partial Regex Fictional();

    [GeneratedRegex(@"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b", RegexOptions.NonBacktracking)]
    private static partial Regex Iban();

    [GeneratedRegex(@"(?<!\d[ .-]?)[2-6](?:[ -]?\d){12,18}(?![ .-]?\d)")]
    private static partial Regex Card();
}
