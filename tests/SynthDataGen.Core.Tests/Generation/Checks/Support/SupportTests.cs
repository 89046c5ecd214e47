using SynthDataGen.Core.Generation.Checks.Support;

namespace SynthDataGen.Core.Tests.Generation.Checks.Support;

public sealed class SupportTests
{
    [Theory]
    [InlineData("On 14 October 2024.", "on October 14, 2024", false)]
    [InlineData("On 2024-10-14.", "am 14. Oktober 2024", false)]
    [InlineData("On 14.10.2024.", "le 14 octobre 2024", false)]
    [InlineData("In October 2024.", "el 14 de octubre de 2024", false)]
    [InlineData("On 14 November 2024.", "on 14 October 2024", true)]
    [InlineData("On 14 October.", "in October", true)]
    [InlineData("In May.", "in March", true)]
    [InlineData("It may be left out.", "in March", false)]
    public void A_date_must_be_in_its_support(string answer, string support, bool raised) => Dates.Unsupported(answer, support).ShouldBe(raised);

    [Theory]
    [InlineData("Dr Elena Marsh signs.", "signed by Dr Marsh", true)]
    [InlineData("Dr Elena Marsh signs.", "signed by Dr Elena Marsh", false)]
    [InlineData("The form is signed by Elena Marsh.", "signed by Peter Hill", true)]
    [InlineData("Nothing is signed.", "no signature is needed", false)]
    [InlineData("It goes to the Harbour Museum.", "the harbour museum’s letters", false)]
    [InlineData("Der Antrag geht an die Leitung der Abteilung.", "an die Chefin", false)]
    public void A_name_must_be_in_its_support(string answer, string support, bool raised) => new Names(support).Unsupported(answer, support).ShouldBe(raised);

    [Theory]
    [InlineData("After three hours.", "after two hours", true)]
    [InlineData("There are three ways.", "by rail, by air, by car", false)]
    [InlineData("Nach drei Wochen.", "nach 3 Wochen", false)]
    [InlineData("1.000 Euro", "1000 Euro", false)]
    [InlineData("The P40 runs dry.", "it runs dry", false)]
    [InlineData("At 11:30.", "at 11:00", true)]
    public void A_number_must_be_in_its_support(string answer, string support, bool raised) => Numbers.Unsupported(answer, support).ShouldBe(raised);
}
