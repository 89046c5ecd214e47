using System.Text;
using Shouldly;
using SynthDataGen.Core.Export.Contamination;

namespace SynthDataGen.Core.Tests.Export.Contamination;

public sealed class BenchmarkTests
{
    private const string Long = "Janet's ducks lay sixteen eggs per day and she eats three of them for breakfast every morning before work";

    [Fact]
    public void Thirteen_words_in_a_row_are_found_despite_case_and_punctuation() =>
        BenchmarkTexts.Of([Long]).AreRepeatedBy("Which?", "As told: JANET’S ducks — lay sixteen eggs, per day (and) she eats three of them; then they rest.").ShouldBeTrue();

    [Fact]
    public void Twelve_words_in_a_row_are_not_found() =>
        BenchmarkTexts.Of([Long]).AreRepeatedBy("ducks lay sixteen eggs per day and she eats three of them", "Nothing else here.").ShouldBeFalse();

    [Fact]
    public void A_short_text_is_compared_whole()
    {
        var texts = BenchmarkTexts.Of(["What is the capital of France?"]);
        texts.AreRepeatedBy("what is the capital of france", "Paris").ShouldBeTrue();
        texts.AreRepeatedBy("What is the capital of France called today?", "Paris").ShouldBeFalse();
    }

    [Fact]
    public void Texts_of_four_words_are_ignored() => BenchmarkTexts.Of(["None of the above"]).AreRepeatedBy("None of the above", "None of the above").ShouldBeFalse();

    [Fact]
    public void A_run_does_not_extend_from_question_to_answer() =>
        BenchmarkTexts.Of([Long]).AreRepeatedBy("Janet's ducks lay sixteen eggs per day", "and she eats three of them for breakfast every morning").ShouldBeFalse();

    [Fact]
    public void Characters_written_without_spaces_are_words() =>
        BenchmarkTexts.Of(["人工知能は医療の現場で広く使われています"]).AreRepeatedBy("次の文:人工知能は医療の現場で広く使われている", "").ShouldBeTrue();

    [Theory]
    [InlineData("a.jsonl", "{\"question\":\"one two three four five six\",\"choices\":[\"x\",\"y\"],\"n\":3}\n\n{\"question\":\"z\"}\n", new[] { "one two three four five six", "x", "y", "z" })]
    [InlineData("a.json", "{\"data\":[{\"q\":\"a\",\"a\":{\"text\":\"b\"}}]}", new[] { "a", "b" })]
    [InlineData("a.csv", "q,a\n\"one, two\",three\n", new[] { "q", "a", "one, two", "three" })]
    [InlineData("a.tsv", "q\ta\n", new[] { "q", "a" })]
    [InlineData("a.txt", "one\r\ntwo\n", new[] { "one", "two" })]
    [InlineData("a", "one", new[] { "one" })]
    public void The_texts_of_a_file_are_found(string name, string content, string[] texts) =>
        BenchmarkReader.Read(name, Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(content)).ToArray()).ShouldBe(texts);

    [Fact]
    public void Invalid_JSON_is_reported_with_its_line() =>
        Should.Throw<FormatException>(() => BenchmarkReader.Read("a.jsonl", Encoding.UTF8.GetBytes("{\"a\":1}\n{oops\n")).ToList()).Message.ShouldStartWith("Line 2 is not JSON.");

    [Fact]
    public void Every_one_of_many_texts_is_found()
    {
        string[] texts = [.. Enumerable.Range(0, 20_000).Select(i => $"number {i} of the many questions that stand in this file for {i * 7} people to answer one by one")];
        var benchmark = BenchmarkTexts.Of(texts);
        benchmark.Texts.ShouldBe(20_000);
        texts.ShouldAllBe(text => benchmark.AreRepeatedBy("", text));
        Enumerable.Range(20_000, 20_000).ShouldAllBe(i => !benchmark.AreRepeatedBy($"number {i} of those questions", $"that stand here for {i * 7} people"));
    }
}
