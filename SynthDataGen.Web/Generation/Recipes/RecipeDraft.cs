using SynthDataGen.Client.Generation;

namespace SynthDataGen.Web.Generation.Recipes;

/// <summary>A recipe while somebody edits it.</summary>
public sealed class RecipeDraft
{
    public string Name { get; set; } = "";
    public Guid? GeneratorId { get; set; }
    public HashSet<string> Types { get; private init; } = [];
    public int PairsPerContext { get; set; }
    public int ContextTokens { get; set; }
    public string? Language { get; set; }
    public string? Persona { get; set; }
    public string? Instructions { get; set; }
    public string? AnswerStyle { get; set; }
    public string AnswerLength { get; set; } = "asNeeded";
    public bool IsMixed { get; set; }
    public int Easy { get; set; } = 30;
    public int Medium { get; set; } = 50;
    public int Hard { get; set; } = 20;
    public bool Judge { get; set; }
    public Guid? JudgeGeneratorId { get; set; }
    public int MultiHopShare { get; set; }

    /// <summary>The template as it is in the editor.</summary>
    public string Prompt { get; set; } = "";

    /// <summary>A draft of these settings; <paramref name="builtIn"/> is used if they have no template of their own.</summary>
    public static RecipeDraft Of(string name, RecipeSettings settings, Guid? generatorId, PromptTemplate builtIn)
    {
        var draft = new RecipeDraft
        {
            Name = name,
            GeneratorId = generatorId,
            Types = [.. settings.Types ?? []],
            PairsPerContext = settings.PairsPerContext,
            ContextTokens = settings.ContextTokens,
            Language = settings.Language,
            Persona = settings.Persona,
            Instructions = settings.Instructions,
            AnswerStyle = settings.AnswerStyle,
            AnswerLength = settings.AnswerLength ?? "asNeeded",
            Prompt = settings.Prompt ?? builtIn.Text,
            Judge = settings.Judge,
            JudgeGeneratorId = settings.JudgeGeneratorId,
            MultiHopShare = settings.MultiHopShare,
        };
        if (settings.Difficulty is { } mix)
        {
            (draft.IsMixed, draft.Easy, draft.Medium, draft.Hard) = (true, mix.Easy, mix.Medium, mix.Hard);
        }

        return draft;
    }

    public void Turn(string type, bool on)
    {
        _ = on ? Types.Add(type) : Types.Remove(type);
    }

    /// <summary>The settings, with the question types in the order they are offered.</summary>
    public RecipeSettings ToSettings() => new()
    {
        Types = [.. RecipeWords.Types.Select(one => one.Type).Where(Types.Contains)], PairsPerContext = PairsPerContext,
        ContextTokens = ContextTokens, Language = Language, Persona = Persona, Instructions = Instructions,
        Difficulty = IsMixed ? new(Easy, Medium, Hard) : null, AnswerLength = AnswerLength, AnswerStyle = AnswerStyle, Prompt = Prompt,
        Judge = Judge, JudgeGeneratorId = Judge ? JudgeGeneratorId : null, MultiHopShare = MultiHopShare,
    };
}
