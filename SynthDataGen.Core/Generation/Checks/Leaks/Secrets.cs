using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Generation.Checks.Leaks;

/// <summary>Finds keys, tokens and passwords by the forms that their issuers gave them.</summary>
internal static partial class Secrets
{
    public static bool In(string text) => Issued().IsMatch(text) || Assigned().IsMatch(text);

    /// <summary>Private keys; tokens of AWS (but for those of its manuals), GitHub, GitLab, Slack, Google, Stripe, OpenAI, Hugging Face; JSON web tokens.</summary>
    [GeneratedRegex(
        @"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY|\b(?:AKIA|ASIA)(?![A-Z0-9]{9}EXAMPLE)[A-Z0-9]{16}\b|\bgh[pousr]_[A-Za-z0-9]{30,}|\bgithub_pat_\w{30,}|\bglpat-[\w-]{20,}|\bxox[abprs]-[\w-]{10,}|\bAIza[\w-]{35}|\b[rs]k_live_\w{16,}|\bsk-[\w-]{20,}|\bhf_[A-Za-z0-9]{30,}|\beyJ[\w-]{10,1000}\.eyJ[\w-]{10,}\.")]
    private static partial Regex Issued();

    /// <summary>"password: …" with something behind it that has letters and digits and is no word.</summary>
    [GeneratedRegex(
        @"\b(?:password|passwd|secret|api[ _-]?key|access[ _-]?token|passwort|contraseña)\b[""']?\s*[:=]\s*[""']?(?=\S{0,64}\d)(?=\S{0,64}\p{L})[^\s""'<>${}]{8,}",
        RegexOptions.IgnoreCase)]
    private static partial Regex Assigned();
}
