using System.Collections.Concurrent;
using Npgsql;
using SynthDataGen.Core.Data;

namespace SynthDataGen.Core.Tests.Data;

public sealed class GroupCommitTests
{
    private readonly ConcurrentQueue<int[]> groups = new();

    [Fact]
    public async Task Who_comes_during_a_commit_goes_together_with_the_next()
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
    public async Task Everything_is_saved_once_however_many_come_at_once()
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
    public async Task One_that_cannot_be_saved_fails_alone()
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
    public async Task While_the_database_is_away_all_are_told_at_once_and_later_ones_are_saved()
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
