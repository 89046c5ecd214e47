using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Generation.Prompts;

/// <summary>
/// A prompt template: a line with its version, what the model is told, and what it is given, with places in double braces for
/// what changes from call to call. The built-in one ships as a file; a recipe may hold a copy that its workspace has edited.
/// </summary>
public sealed partial class PromptTemplate
{
    private const string SystemMark = "=== system";
    private const string UserMark = "=== user";

    /// <summary>The places that a template may have.</summary>
    public static FrozenSet<string> Places { get; } =
        new[] { "fence", "types", "difficulty", "answers", "language", "persona", "instructions", "shape", "document", "section", "text", "avoid", "pairs" }
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The places that only a template of ours has: a workspace's own is never asked with them.</summary>
    private static readonly string[] BuiltInPlaces = ["remark"];

    /// <summary>Without these a model could not answer, or would not know where the text ends.</summary>
    private static readonly string[] NeededInUser = ["fence", "text", "pairs"];

    /// <summary>A run asks with the same recipe thousands of times.</summary>
    private static readonly ConditionalWeakTable<RecipeSettings, PromptTemplate> own = [];

    private PromptTemplate(string name, string version, string system, string user)
    {
        (Name, Version, System, User) = (name, version, system, user);
        Tokens = TokenEstimator.Count(system) + TokenEstimator.Count(user);
    }

    public static PromptTemplate BuiltIn { get; } = ReadBuiltIn("grounded-pairs");

    /// <summary>What a judge is asked with; its <c>pairs</c> are those to judge.</summary>
    public static PromptTemplate Judge { get; } = ReadBuiltIn("judged-pairs");

    /// <summary>What a generator is asked with to write a pair anew; its <c>pairs</c> is that pair.</summary>
    public static PromptTemplate Regenerated { get; } = ReadBuiltIn("regenerated-pair");

    public string Name { get; }

    /// <summary>The built-in template's version, or that of the copy: "2", or "own-" and the start of its SHA-256.</summary>
    public string Version { get; }

    public string System { get; }
    public string User { get; }

    /// <summary>Estimated tokens of its own words.</summary>
    public int Tokens { get; }

    /// <summary>What pairs name it by.</summary>
    public TemplateName Named => new(Name, Version);

    /// <summary>The text as people edit it.</summary>
    public string Text => $"{SystemMark}\n{System}\n{UserMark}\n{User}\n";

    /// <summary>The template that a recipe is asked with.</summary>
    /// <exception cref="FormatException">The recipe's own copy is none; the message says what is missing.</exception>
    public static PromptTemplate Of(RecipeSettings recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return recipe.Prompt is null ? BuiltIn : own.GetValue(recipe, one => ParseOwn(one.Prompt!));
    }

    /// <summary>Reads a workspace's own template. Its version is derived from its words: other words are another version.</summary>
    /// <exception cref="FormatException">It lacks a part or a place, or names an unknown one; the message says which.</exception>
    public static PromptTemplate ParseOwn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var template = Parse(BuiltIn.Name, "", text.ReplaceLineEndings("\n"), Places);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(template.Text)));
        return new(template.Name, $"own-{hash[..10]}", template.System, template.User);
    }

    /// <summary>Fills the places in one pass, so that what is filled in is never taken for a place itself.</summary>
    internal Prompt Fill(IReadOnlyDictionary<string, string> values, AnswerShape shape) => new(Named, Fill(System, values), Fill(User, values), shape);

    /// <summary>A line that holds nothing but places which are filled with nothing is left out.</summary>
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
            throw new FormatException($"A prompt has a line \"{SystemMark}\" with what the model is told below it, and then a line \"{UserMark}\" with what it is given.");
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

        // Document text in the system message would speak with our voice.
        if (template.System.Contains("{{text}}", StringComparison.Ordinal))
        {
            throw new FormatException($"The place {{{{text}}}} belongs below \"{UserMark}\": above it, the document could give orders.");
        }
    }

    [GeneratedRegex(@"\{\{(?<name>[a-z]+)\}\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
