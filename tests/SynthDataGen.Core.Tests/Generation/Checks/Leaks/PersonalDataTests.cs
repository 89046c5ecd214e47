using SynthDataGen.Core.Generation.Checks.Leaks;

namespace SynthDataGen.Core.Tests.Generation.Checks.Leaks;

public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("Write to jonas.feldt@larkfield-instruments.com.")]
    [InlineData("Call +49 30 901820 416 at night.")]
    [InlineData("Call (212) 867-4123 in New York.")]
    [InlineData("His mobile is 0171 5482 1234.")]
    [InlineData("Pay to DE89 3704 0044 0532 0130 00.")]
    [InlineData("Pay to GB29NWBK60161331926819 today.")]
    [InlineData("The card 4539 1488 0343 6467 was blocked.")]
    [InlineData("The key is AKIAQ7ZJ5M2N4XWPLT3D.")]
    [InlineData("-----BEGIN OPENSSH PRIVATE KEY-----")]
    [InlineData("Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N")]
    [InlineData("password = hunter2-and-more9")]
    public void Data_that_identifies_a_person_or_grants_access_is_found(string text) => PersonalData.In(text).ShouldBeTrue();

    [Theory]
    [InlineData("Write to user@example.com or admin@mail.example.org.")]
    [InlineData("Write to root@localhost.")]
    [InlineData("Release 10.4.2.118 was installed on 2024-11-05 at 10:15:30.")]
    [InlineData("See pages 1234-1245 and 10 000 000 rows.")]
    [InlineData("The card 4539 1488 0343 6468 has a wrong check digit.")]
    [InlineData("Account DE89 3704 0044 0532 0130 01 has a wrong check digit.")]
    [InlineData("Order 100200300401 under ticket 20241105-0007.")]
    [InlineData("Call 212-555-0123 in the film.")]
    [InlineData("The key of the manual is AKIAIOSFODNN7EXAMPLE.")]
    [InlineData("A password: at least twelve characters.")]
    [InlineData("Dairy up to +6 °C and a load of 1,240,000 kg.")]
    [InlineData("ISBN 978-3-16-148410-0")]
    public void Reserved_numbers_and_addresses_are_not_flagged(string text) => PersonalData.In(text).ShouldBeFalse();
}
