using System.Text.RegularExpressions;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Checks.Leaks;

/// <summary>
/// Finds data that identifies a person or grants access: e-mail addresses, telephone numbers, bank accounts, payment cards, secrets.
/// Addresses reserved for documentation (RFC 2606, RFC 6761) and fictional telephone numbers are not flagged.
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
        || IssuedSecret().IsMatch(text)
        || AssignedSecret().IsMatch(text);

    /// <summary>ISO 13616: the first four characters move to the end, letters count from 10, and the remainder of the division by 97 is 1.</summary>
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

    /// <summary>With a country code, in the American form, or after a word such as "phone".</summary>
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

    /// <summary>Private keys; tokens of AWS (except those in its manuals), GitHub, GitLab, Slack, Google, Stripe, OpenAI, Hugging Face; JSON web tokens.</summary>
    [GeneratedRegex(
        @"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY|\b(?:AKIA|ASIA)(?![A-Z0-9]{9}EXAMPLE)[A-Z0-9]{16}\b|\bgh[pousr]_[A-Za-z0-9]{30,}|\bgithub_pat_\w{30,}|\bglpat-[\w-]{20,}|\bxox[abprs]-[\w-]{10,}|\bAIza[\w-]{35}|\b[rs]k_live_\w{16,}|\bsk-[\w-]{20,}|\bhf_[A-Za-z0-9]{30,}|\beyJ[\w-]{10,1000}\.eyJ[\w-]{10,}\.")]
    private static partial Regex IssuedSecret();

    /// <summary>"password: …" followed by letters and digits that are no word.</summary>
    [GeneratedRegex(
        @"\b(?:password|passwd|secret|api[ _-]?key|access[ _-]?token|passwort|contraseña)\b[""']?\s*[:=]\s*[""']?(?=\S{0,64}\d)(?=\S{0,64}\p{L})[^\s""'<>${}]{8,}",
        RegexOptions.IgnoreCase)]
    private static partial Regex AssignedSecret();
}
