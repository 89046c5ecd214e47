using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Generation.Prompts;

/// <summary>
/// A prompt template: a line with its version, the instructions, and the input, with places in double braces for whatever changes from
/// call to call. The built-in one ships as a file; a recipe may have a copy that its workspace edited.
/// </summary>
public sealed partial class PromptTemplate
{
    private const string SystemMark = "=== system";
    private const string UserMark = "=== user";

    /// <summary>The places that a template may have.</summary>
    public static FrozenSet<string> Places { get; } =
        new[] { "fence", "types", "difficulty", "answers", "language", "persona", "instructions", "shape", "document", "section", "text", "avoid", "pairs" }
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The places of built-in templates only: a workspace's own cannot use them.</summary>
    private static readonly string[] BuiltInPlaces = ["remark"];

    /// <summary>Without these, a model could not answer or would not know where the text ends.</summary>
    private static readonly string[] NeededInUser = ["fence", "text", "pairs"];

    /// <summary>A run uses the same recipe thousands of times.</summary>
    private static readonly ConditionalWeakTable<RecipeSettings, PromptTemplate> own = [];

    private PromptTemplate(string name, string version, string system, string user)
    {
        (Name, Version, System, User) = (name, version, system, user);
        Tokens = TokenEstimator.Count(system) + TokenEstimator.Count(user);
    }

    public static PromptTemplate BuiltIn { get; } = ReadBuiltIn("grounded-pairs");

    /// <summary>The template for judging; its <c>pairs</c> are those to judge.</summary>
    public static PromptTemplate Judge { get; } = ReadBuiltIn("judged-pairs");

    /// <summary>The template for regenerating a pair; its <c>pairs</c> is that pair.</summary>
    public static PromptTemplate Regenerated { get; } = ReadBuiltIn("regenerated-pair");

    public string Name { get; }

    /// <summary>The built-in template's version, or that of the copy: "2", or "own-" and the start of its SHA-256.</summary>
    public string Version { get; }

    public string System { get; }
    public string User { get; }

    /// <summary>The estimated tokens of its own text.</summary>
    public int Tokens { get; }

    /// <summary>The name that pairs record.</summary>
    public TemplateName Named => new(Name, Version);

    /// <summary>The text as people edit it.</summary>
    public string Text => $"{SystemMark}\n{System}\n{UserMark}\n{User}\n";

    /// <summary>The template that a recipe uses.</summary>
    /// <exception cref="FormatException">The recipe's own copy is invalid; the message says what is missing.</exception>
    public static PromptTemplate Of(RecipeSettings recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return recipe.Prompt is null ? BuiltIn : own.GetValue(recipe, one => ParseOwn(one.Prompt!));
    }

    /// <summary>Reads a workspace's own template. Its version derives from its text, so a different text has a different version.</summary>
    /// <exception cref="FormatException">It lacks a part or a place, or names an unknown one; the message says which.</exception>
    public static PromptTemplate ParseOwn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var template = Parse(BuiltIn.Name, "", text.ReplaceLineEndings("\n"), Places);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(template.Text)));
        return new(template.Name, $"own-{hash[..10]}", template.System, template.User);
    }

    /// <summary>Fills the places in one pass, so a value is never taken for a place.</summary>
    internal Prompt Fill(IReadOnlyDictionary<string, string> values, AnswerShape shape) => new(Named, Fill(System, values), Fill(User, values), shape);

    /// <summary>A line that consists only of places without a value is left out.</summary>
    private static string Fill(string text, IReadOnlyDictionary<string, string> values) => string.Join(
        '\n',
        text.Split('\n')
            .Select(line => (Line: line, Filled: Place().Replace(line, place => values[place.Groups["name"].Value])))
            .Where(line => line.Filled.Length > 0 || line.Line.Length == 0)
            .Select(line => line.Filled));

    private static PromptTemplate ReadBuiltIn(string name)
    {
        using var stream = typeof(PromptTemplate).Assembly.GetManifestResourceStream($"SynthDataGen.Core.Generation.Prompts.Templates.{name}.md")!;
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return Parse(name, text["version ".Length..end], text[(end + 1)..], [.. Places, .. BuiltInPlaces]);
    }

    private static PromptTemplate Parse(string name, string version, string text, IReadOnlyCollection<string> places)
    {
        var (system, user) = (text.IndexOf(SystemMark + "\n", StringComparison.Ordinal), text.IndexOf(UserMark + "\n", StringComparison.Ordinal));
        if (system < 0 || user < system)
        {
            throw new FormatException($"A prompt has a line \"{SystemMark}\" with the instructions below it, and then a line \"{UserMark}\" with the input below it.");
        }

        var template = new PromptTemplate(
            name, version, text[(system + SystemMark.Length + 1)..user].Trim(), text[(user + UserMark.Length + 1)..].Trim());
        Check(template, places);
        return template;
    }

    private static void Check(PromptTemplate template, IReadOnlyCollection<string> places)
    {
        var unknown = Place().Matches(template.System + template.User).Select(place => place.Groups["name"].Value).FirstOrDefault(name => !places.Contains(name));
        if (unknown is not null)
        {
            throw new FormatException($"There is no place {{{{{unknown}}}}}. The places are {string.Join(", ", Places.Order(StringComparer.Ordinal))}.");
        }

        if (NeededInUser.FirstOrDefault(name => !template.User.Contains($"{{{{{name}}}}}", StringComparison.Ordinal)) is { } missing)
        {
            throw new FormatException($"Below \"{UserMark}\" the place {{{{{missing}}}}} is missing.");
        }

        // Document text in the system message would pose as our instructions.
        if (template.System.Contains("{{text}}", StringComparison.Ordinal))
        {
            throw new FormatException($"The place {{{{text}}}} belongs below \"{UserMark}\": above it, the document could give orders.");
        }
    }

    [GeneratedRegex(@"\{\{(?<name>[a-z]+)\}\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
