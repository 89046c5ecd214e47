using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Checks;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Tests.Generation.Checks;

public sealed class LanguagesTests
{
    [Theory]
    [InlineData("How long does the warranty last after delivery?", "English")]
    [InlineData("Wie lange hat die Führungskraft für die Entscheidung Zeit?", "German")]
    [InlineData("Combien de jours les salariés ont-ils par an ?", "French")]
    [InlineData("¿Con qué frecuencia se revisan los extintores del edificio?", "Spanish")]
    [InlineData("Wanneer moet de aanvraag worden ingediend bij het loket?", "Dutch")]
    [InlineData("Как долго действует гарантия?", "Cyrillic")]
    [InlineData("保証はどのくらい続きますか。", "Japanese")]
    [InlineData("保修期有多长？", "Chinese")]
    [InlineData("P40, 16 bar", null)]
    public void A_language_is_recognised_by_script_and_stop_words(string text, string? language) => Languages.Of(text).ShouldBe(language);

    [Theory]
    [InlineData("German", true)]
    [InlineData("english", false)]
    [InlineData("Finnish", false)]
    [InlineData(null, true)]
    public void A_pair_in_another_language_is_flagged(string? wanted, bool raised) =>
        new PairChecks(new(), "Der Antrag wird bei der Leitung gestellt und nicht im Büro.", wanted)
            .Of(new("Who is asked for the permission to travel?", "The head of the office is.", [], QuestionTypes.Factual, null), [])
            .Contains(PairFlags.WrongLanguage, StringComparer.Ordinal).ShouldBe(raised);
}
