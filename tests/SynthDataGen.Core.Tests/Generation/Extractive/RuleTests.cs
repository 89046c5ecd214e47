using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Checks;
using SynthDataGen.Core.Generation.Extractive;
using SynthDataGen.Core.Generation.Replies;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Tests.Generation.Extractive;

public sealed class RuleTests
{
    [Theory]
    [InlineData("A sponsor is an experienced member who uploads the work of a newcomer.", "What is a sponsor?")]
    [InlineData("Sponsors are members who upload the work of newcomers after a check.", "What are sponsors?")]
    [InlineData("The term probation period means the first six months of employment.", "What does the term probation period mean?")]
    [InlineData("The packaging tag is used for bugs about the build of the policy package.", "What is the packaging tag used for?")]
    [InlineData("Larkfield is responsible for safe workplaces, tools and instructions.", "What is Larkfield responsible for?")]
    [InlineData("Applications of guests must never create files in the root directory.", "What must applications of guests not create?")]
    [InlineData("Every control file contains the name, the version and the priority.", "What does every control file contain?")]
    [InlineData("The identity card field specifies the number and the place of issue.", "What does the identity card field specify?")]
    [InlineData("Each expense report must include the receipts and the project number.", "What must each expense report include?")]
    [InlineData("Travel requests must be approved by the head of department in writing.", "What is required of travel requests?")]
    [InlineData("Company laptops must not be lent to anybody outside the company.", "What is forbidden for company laptops?")]
    [InlineData("If a device is lost, the employee must inform the security office at once.", "What must the employee do if a device is lost?")]
    [InlineData("When the fire alarm sounds, leave the building by the nearest stairs.", "What should you do when the fire alarm sounds?")]
    [InlineData("If a contract is terminated, the deposit is paid back in full.", "What happens if a contract is terminated?")]
    [InlineData("To request a parking space, send the form to the facility team.", "How do you request a parking space?")]
    [InlineData("You can reset a forgotten password by calling the service desk.", "How can you reset a forgotten password?")]
    [InlineData("Damaged goods must be reported to the warehouse within 14 days of delivery.", "Within what time must damaged goods be reported to the warehouse?")]
    [InlineData("Full-time employees receive 28 days of paid leave in every calendar year.", "How many days do full-time employees receive?")]
    [InlineData("The travel policy was approved on 3 March 2021 by the board.", "When was the travel policy approved?")]
    [InlineData("The trial period of new contracts lasts 6 months and can be extended once.", "How long does the trial period of new contracts last?")]
    [InlineData("Every incoming delivery reaches the warehouse through the north gate.", "What does every incoming delivery reach?")]
    [InlineData("Packaging is checked for damage, wetness and broken film on arrival.", "What is packaging checked for?")]
    [InlineData("The server room must be locked at all times because it holds personal data.", "Why must the server room be locked at all times?")]
    public async Task A_sentence_becomes_its_question(string sentence, string question)
    {
        var pair = (await WriteAsync(sentence)).ShouldHaveSingleItem();

        pair.Draft.Question.ShouldBe(question);
        pair.Draft.Answer.ShouldBe(sentence);
        pair.Flags.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("It is a package that contains only documentation for developers.")]
    [InlineData("This procedure must be followed by every member of the staff.")]
    [InlineData("However, the form must be signed by the head of department.")]
    [InlineData("The form must be signed by the head of the department.")]
    [InlineData("If the package has been removed, the maintainer must close the open bugs.")]
    [InlineData("If a consensus cannot be reached, both programs must be renamed soon.")]
    [InlineData("If your team needs it, the office can also lend a second screen.")]
    [InlineData("Packages must be placed in the second area if they are not free.")]
    [InlineData("A list is a set of numbers or ranges separated by commas.")]
    [InlineData("To introduce a change, the proposal has to go through a certain process.")]
    [InlineData("If it is damaged, the employee must inform the security office at once.")]
    [InlineData("Travel requests must be made as described in the section above.")]
    [InlineData("We are a company that has always cared for its customers.")]
    [InlineData("Returning a Device to the Facility Team")]
    [InlineData("4.2 Travel requests . . . . . . . . . . . . . . . . 17")]
    [InlineData("| Travel requests | must be approved | by the head of department. |")]
    [InlineData("the second half of a sentence must be left alone by everybody.")]
    public async Task A_sentence_that_needs_its_context_is_skipped(string sentence) => (await WriteAsync(sentence)).ShouldBeEmpty();

    [Fact]
    public async Task Names_keep_their_capital()
    {
        var pairs = await WriteAsync("Acme is a maker of pumps and valves for ships. Every employee of Acme signs it.");

        pairs.Single().Draft.Question.ShouldBe("What is Acme?");
    }

    [Fact]
    public async Task Steps_under_a_heading_become_one_procedure()
    {
        var pairs = await WriteAsync("Returning a device\n\n1. Back up the data.\n2. Remove the battery.\n3. Hand the device to the service desk.");

        var pair = pairs.ShouldHaveSingleItem();
        pair.Draft.Question.ShouldBe("What are the steps for returning a device?");
        pair.Evidence.Select(e => e.Quote).ShouldBe(["Back up the data.", "Remove the battery.", "Hand the device to the service desk."]);
    }

    [Fact]
    public async Task Steps_before_an_event_become_a_question_about_the_event()
    {
        var pairs = await WriteAsync("2.1 Before the lorry is opened\n\n1. The driver registers at the gate.\n2. The receiver assigns a door.\n3. The driver hands in the key.");

        pairs.ShouldHaveSingleItem().Draft.Question.ShouldBe("What has to be done before the lorry is opened?");
    }

    [Fact]
    public async Task A_heading_that_is_a_question_is_asked()
    {
        var pairs = await WriteAsync("How do I reset my password?\n\nCall the service desk. It will send a new one.");

        pairs.ShouldHaveSingleItem().Draft.Answer.ShouldBe("Call the service desk. It will send a new one.");
    }

    private static async Task<IReadOnlyList<GroundedPair>> WriteAsync(string text)
    {
        var request = new GenerationRequest(text, [], "handbook.md", new(), 5);
        var reply = await new ExtractivePairGenerator().AskAsync(request, TestContext.Current.CancellationToken);
        return PairGrounder.Write(reply, new(new(text, 0, text.Length, _ => 1)), new(CheckOptions.ForRules, text), request);
    }
}
