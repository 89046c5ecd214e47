using SynthDataGen.Client.Review;

namespace SynthDataGen.Benchmarks.Review;

/// <summary>Requests that people make of the grid.</summary>
internal static class ReviewCases
{
    private static readonly string[] Orders = ["created", "-created", "document", "doubt", "spread", "judge", "-decided"];

    /// <summary>Filters, alone and combined, in all orders.</summary>
    public static IEnumerable<PairFilter> Filters(IReadOnlyList<(Guid Run, Guid Document, Guid Revision, Guid Item)> sources)
    {
        var from = DateTimeOffset.UnixEpoch.AddDays(20_000).AddHours(2);
        PairFilter[] filters =
        [
            new(), new() { Status = "pending" }, new() { Status = "approved" }, new() { Status = "rejected" }, new() { Flag = "any" }, new() { Status = "pending", Flag = "none" }, new() { Status = "pending", Flag = "ungrounded" }, new() { Flag = "stale" },
            new() { DocumentId = sources[^1].Document }, new() { Status = "pending", DocumentId = sources[7].Document }, new() { RunId = sources[^1].Run }, new() { Status = "pending", RunId = sources[0].Run, Flag = "any" },
            new() { Type = "definition" }, new() { Type = "unanswerable" }, new() { Status = "pending", Type = "multi-hop", Difficulty = "hard" }, new() { Difficulty = "easy" },
            new() { Reviewer = ManyPairs.ReviewerName(3) }, new() { Status = "approved", Reviewer = ManyPairs.ReviewerName(3) }, new() { MaxScore = 2 }, new() { Status = "pending", MinScore = 5, Flag = "any" },
            new() { From = from }, new() { From = from, To = from.AddMinutes(1) }, new() { Reviewer = "nobody" }, new() { Tag = "nothing" },
        ];
        return filters.SelectMany(filter => Orders.Select(order => filter with { Sort = order }));
    }

    /// <summary>Words in nearly all pairs to words in none, alone and combined, phrases, prefixes, and words of one document.</summary>
    public static IEnumerable<PairFilter> Searches()
    {
        string[] searches =
        [
            Zipf.Word(0), Zipf.Word(3), Zipf.Word(20), Zipf.Word(100), Zipf.Word(400), Zipf.Word(2_000), Zipf.Word(10_000), Zipf.Word(49_999), "nowhere",
            $"{Zipf.Word(0)} {Zipf.Word(1)}", $"{Zipf.Word(5)} {Zipf.Word(60)}", $"{Zipf.Word(30)} {Zipf.Word(900)}", $"{Zipf.Word(0)} {Zipf.Word(5_000)}",
            $"\"{Zipf.Word(0)} {Zipf.Word(1)}\"", $"\"{Zipf.Word(40)} {Zipf.Word(7)}\"", "ba", "qui", "zoter", ManyPairs.WordOf(0), ManyPairs.WordOf(19), $"{ManyPairs.WordOf(19)} {Zipf.Word(80)}",
        ];
        PairFilter[] within = [new(), new() { Status = "pending" }, new() { Status = "pending", Sort = "doubt" }, new() { Sort = "-decided" }, new() { Sort = "document" }];
        return searches.SelectMany(search => within.Select(filter => filter with { Search = search }));
    }
}
