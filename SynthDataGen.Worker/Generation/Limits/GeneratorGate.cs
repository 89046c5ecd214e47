using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Limits;

namespace SynthDataGen.Worker.Generation.Limits;

/// <summary>
/// The line in which calls to one generator wait. It lets in as many at once as this worker may have in flight, and no more than it has
/// permits for; both are dealt out by the exchange with the other workers.
/// </summary>
internal sealed class GeneratorGate(TimeProvider time, int manyFailures)
{
    private readonly Lock gate = new();
    private readonly LinkedList<TaskCompletionSource<CallSlot>> line = [];
    private readonly CallTally tally = new(time, manyFailures);
    private Exception? broken;
    private int slots;
    private int inFlight;
    private int leased;
    private int? permits = 0;
    private double tokensPerPermit;
    private int failuresBefore;
    private bool controlling;
    private bool closed;

    /// <summary>Called when the others should hear at once: of the first in the line, of slots to spare, of an endpoint that wants to be left alone.</summary>
    public Action? OnNews { get; init; }

    /// <summary>Waits until a call may be sent. Disposing the slot gives it back.</summary>
    /// <param name="tokens">Tokens that the call will take, as estimated.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="GeneratorException">The generator was taken away.</exception>
    public async Task<CallSlot> EnterAsync(int tokens, CancellationToken cancellationToken)
    {
        var waiting = new TaskCompletionSource<CallSlot>(TaskCreationOptions.RunContinuationsAsynchronously);
        LinkedListNode<TaskCompletionSource<CallSlot>> place;
        bool unknown;
        lock (gate)
        {
            unknown = slots == 0 && line.Count == 0;
            tally.Expect(tokens);
            place = line.AddLast(waiting);
            Admit();
        }

        Tell(unknown);
        await using var leaving = cancellationToken.Register(() => Leave(place, cancellationToken));
        return await waiting.Task;
    }

    /// <summary>What to tell the others. Permits that nobody used until now are given back with it.</summary>
    public LimitReport Report()
    {
        lock (gate)
        {
            slots = line.Count + inFlight == 0 ? 0 : slots; // With nothing to do it keeps no slot, so none can be in use meanwhile.
            leased = Math.Max(slots, inFlight);
            var unused = permits ?? 0;
            permits = permits is null ? null : 0;
            return tally.Take(unused * tokensPerPermit) with
            {
                Wanted = line.Count + inFlight,
                Waiting = line.Count,
                Held = leased,
                UnusedPermits = unused,
            };
        }
    }

    /// <summary>Does as the others allow.</summary>
    public void Take(LimitGrant grant)
    {
        lock (gate)
        {
            leased = Math.Max(leased, grant.Slots);
            (slots, permits, tokensPerPermit, closed) = (grant.Slots, grant.Permits, grant.TokensPerCall, grant.ClosedFor is not null);
            failuresBefore = grant.FailuresInARow;
            Admit();
        }
    }

    /// <summary>
    /// Whether whoever holds a slot, and saw the endpoint break down, should see first whether it answers another call: one more failure
    /// would keep all calls from it. Only one does so at a time, until <see cref="EndControl"/>.
    /// </summary>
    public bool BeginControl()
    {
        lock (gate)
        {
            var begins = !controlling && tally.IsOneShort(failuresBefore);
            controlling |= begins;
            return begins;
        }
    }

    /// <summary>Lets another one see.</summary>
    public void EndControl()
    {
        lock (gate)
        {
            controlling = false;
        }
    }

    /// <summary>Lets nobody in: the others may take this worker for gone.</summary>
    public void Close()
    {
        lock (gate)
        {
            slots = 0;
        }
    }

    /// <summary>Sends everybody away, now and later: there is no such generator any more.</summary>
    public void Break(Exception exception)
    {
        lock (gate)
        {
            broken = exception;
            Admit();
        }
    }

    /// <summary>Whether nobody is in the line or in flight, and all slots were given back.</summary>
    public bool IsAtRest
    {
        get
        {
            lock (gate)
            {
                return line.Count + inFlight + leased == 0 || broken is not null;
            }
        }
    }

    internal void Return(CallSlot slot)
    {
        bool news;
        lock (gate)
        {
            inFlight--;
            tally.Count(slot);
            closed |= tally.IsAlarming;
            news = tally.IsAlarming || (inFlight == slots && leased > slots);
            Admit();
        }

        Tell(news);
    }

    private void Tell(bool news)
    {
        if (news)
        {
            OnNews?.Invoke();
        }
    }

    private void Admit()
    {
        while (line.First is { } first && (broken is not null || (!closed && inFlight < slots && permits is not 0)))
        {
            line.RemoveFirst();
            if (broken is not null)
            {
                first.Value.SetException(broken);
                continue;
            }

            inFlight++;
            permits -= 1;
            first.Value.SetResult(new(this, time.GetTimestamp(), tokensPerPermit));
        }
    }

    private void Leave(LinkedListNode<TaskCompletionSource<CallSlot>> place, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (place.List is not null)
            {
                line.Remove(place);
                place.Value.SetCanceled(cancellationToken);
            }
        }
    }
}

/// <summary>The right to have one call in flight. Disposing it gives it back, with the outcome of the call.</summary>
/// <param name="gate">The gate that granted it.</param>
/// <param name="startedAt">When, as a timestamp.</param>
/// <param name="reservedTokens">Tokens that are reserved for the call.</param>
internal sealed class CallSlot(GeneratorGate gate, long startedAt, double reservedTokens) : IDisposable
{
    public long StartedAt => startedAt;
    public double ReservedTokens => reservedTokens;

    /// <summary>Tokens that the answered call took; null: it has no answer.</summary>
    public long? Tokens { get; set; }

    /// <summary>Why there is no answer; null: the caller hung up.</summary>
    public GeneratorException? Failure { get; set; }

    public void Dispose() => gate.Return(this);
}
