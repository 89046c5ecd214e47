using SynthDataGen.Core.Generation.Limits;

namespace SynthDataGen.Core.Tests.Generation.Limits;

public sealed class CircuitTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private static readonly EndpointFailure Down = new("It cannot be reached.", NeedsAPerson: false);

    [Fact]
    public void It_opens_when_as_many_calls_failed_in_a_row()
    {
        var almost = Fail(new(), 4, Now);
        almost.IsOpen(Now).ShouldBeFalse();

        Fail(almost, 1, Now).OpenUntil.ShouldBe(Now + Pause);
    }

    [Fact]
    public void One_success_in_between_begins_the_row_anew() =>
        Fail(Fail(new(), 4, Now).After(true, 0, null, 5, Pause, Now), 4, Now).IsOpen(Now).ShouldBeFalse();

    [Fact]
    public void Each_failure_after_a_pause_doubles_the_next_up_to_five_minutes()
    {
        var (circuit, at, pauses) = (new Circuit(), Now, new List<TimeSpan>());
        for (var i = 0; i < 7; i++)
        {
            circuit = Fail(circuit, i == 0 ? 5 : 1, at);
            pauses.Add(circuit.OpenUntil!.Value - at);
            at = circuit.OpenUntil.Value;
        }

        pauses.Select(pause => pause.TotalSeconds).ShouldBe([15, 30, 60, 120, 240, 300, 300]);
    }

    [Fact]
    public void Calls_that_were_on_their_way_when_it_opened_change_nothing()
    {
        var open = Fail(new(), 5, Now);
        Fail(open, 60, Now.AddSeconds(1)).ShouldBe(open);
    }

    [Fact]
    public void What_only_a_person_can_mend_stays_open_until_somebody_resumes()
    {
        var open = new Circuit().After(false, 5, new("The key is refused.", NeedsAPerson: true), 5, Pause, Now);
        open.IsOpen(Now.AddYears(1)).ShouldBeTrue();

        var tried = open.HalfOpen(5);

        tried.IsOpen(Now).ShouldBeFalse();
        Fail(tried, 1, Now).IsOpen(Now).ShouldBeTrue();
    }

    private static Circuit Fail(Circuit circuit, int times, DateTimeOffset at) => circuit.After(false, times, Down, 5, Pause, at);
}
