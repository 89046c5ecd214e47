using SynthDataGen.Client.Review;
using SynthDataGen.Web.Review;

namespace SynthDataGen.Web.Tests.Review;

public sealed class FlagSpotsTests
{
    [Theory]
    [InlineData("unsupported-number", "It takes 90 days, 30 of them paid.", "90")]
    [InlineData("unsupported-number", "It takes ninety days.", "ninety")]
    [InlineData("unsupported-date", "It began on 14 October 2024.", "14 October 2024")]
    [InlineData("unsupported-name", "It was Margaret Hamilton of the office.", "Margaret Hamilton")]
    [InlineData("personal-data", "Write to jo.doe@firm.test today.", "jo.doe@firm.test")]
    public void The_words_that_a_flag_is_about_are_found(string flag, string answer, string words)
    {
        var spots = FlagSpots.InAnswer(Pair("How long?", answer, flag));
        string.Join(' ', spots.Select(spot => answer[spot.Start..spot.End])).ShouldBe(words);
    }

    [Fact]
    public void A_reference_is_found_in_the_question()
    {
        var pair = Pair("According to the text, how long does it take?", "30 days.", "refers-to-context");
        var spot = FlagSpots.InQuestion(pair).ShouldHaveSingleItem();
        pair.Question[spot.Start..spot.End].ShouldBe("According to the text");
    }

    [Fact]
    public void Without_a_flag_nothing_is_marked() => FlagSpots.InAnswer(Pair("How long?", "It takes 90 days.")).ShouldBeEmpty();

    private static Pair Pair(string question, string answer, params string[] flags) => new()
    {
        Id = Guid.Empty, DocumentId = Guid.Empty, RunId = Guid.Empty, Question = question, Answer = answer,
        Evidence = [new() { Quote = "Of these, 30 are paid.", Start = 0, End = 22, Page = 1, Match = "exact" }], QuestionType = "factual",
        Difficulty = null, Persona = null, Flags = flags, Status = "pending", Version = 1,
        Provenance = new() { DocumentKey = "key", RevisionId = Guid.Empty, Sha256 = "", HeadingPath = [], Generator = "", Model = "", Template = "", TemplateVersion = "" },
        DecidedBy = null, DecidedAt = null, CreatedAt = default,
    };
}
