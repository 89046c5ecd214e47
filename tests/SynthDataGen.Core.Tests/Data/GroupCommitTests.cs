using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;
using SynthDataGen.Core.Data;

namespace SynthDataGen.Core.Tests.Data;

public sealed class GroupCommitTests
{
    private readonly ConcurrentQueue<int[]> groups = new();

    [Fact]
    public async Task A_group_is_saved_outside_its_callers_traces()
    {
        using var caller = new Activity("caller").Start();
        var seen = new TaskCompletionSource<Activity?>();
        var commit = new GroupCommit<int>(
            _ =>
            {
                seen.SetResult(Activity.Current);
                return Task.CompletedTask;
            },
            most: 3);

        await commit.SaveAsync(1);

        (await seen.Task).ShouldBeNull();
        Activity.Current.ShouldBe(caller);
    }

    [Fact]
    public async Task Callers_during_a_commit_share_the_next_one()
    {
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var commit = new GroupCommit<int>(
            items =>
            {
                groups.Enqueue([.. items]);
                return items[0] == 0 ? first.Task : Task.CompletedTask;
            },
            most: 3);
        var saved = new List<Task> { commit.SaveAsync(0) };
        SpinWait.SpinUntil(() => !groups.IsEmpty);

        saved.AddRange(Enumerable.Range(1, 5).Select(commit.SaveAsync));
        saved[1].IsCompleted.ShouldBeFalse();
        first.SetResult();
        await Task.WhenAll(saved);

        groups.ShouldBe([[0], [1, 2, 3], [4, 5]]);
    }

    [Fact]
    public async Task Every_item_of_many_simultaneous_callers_is_saved_once()
    {
        var commit = new GroupCommit<int>(
            async items =>
            {
                await Task.Yield();
                groups.Enqueue([.. items]);
            },
            most: 50);

        await Task.WhenAll(Enumerable.Range(0, 20_000).Select(i => Task.Run(() => commit.SaveAsync(i))));

        groups.SelectMany(items => items).Order().ShouldBe(Enumerable.Range(0, 20_000));
    }

    [Fact]
    public async Task An_item_that_cannot_be_saved_fails_alone()
    {
        var commit = new GroupCommit<int>(
            items => items.Contains(7) ? Task.FromException(new InvalidOperationException("7 is no good")) : Keep(items),
            most: 100);
        var saved = Enumerable.Range(0, 20).Select(commit.SaveAsync).ToArray();

        await Should.ThrowAsync<InvalidOperationException>(saved[7]);
        await Task.WhenAll(saved.Where(task => task != saved[7]));

        groups.SelectMany(items => items).Order().ShouldBe(Enumerable.Range(0, 20).Where(i => i != 7));
    }

    [Fact]
    public async Task Callers_fail_while_the_database_is_away_and_succeed_afterwards()
    {
        var isAway = true;
        var commit = new GroupCommit<int>(
            items => isAway ? Task.FromException(new NpgsqlException("away", new TimeoutException())) : Keep(items),
            most: 100);
        await Should.ThrowAsync<NpgsqlException>(commit.SaveAsync(1));

        isAway = false;
        await commit.SaveAsync(2);

        groups.ShouldBe([[2]]);
    }

    private Task Keep(IReadOnlyList<int> items)
    {
        groups.Enqueue([.. items]);
        return Task.CompletedTask;
    }
}
