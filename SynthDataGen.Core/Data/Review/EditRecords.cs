using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Checks;
using SynthDataGen.Core.Generation.Replies;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Review;

/// <summary>Checks a reviewer's text the same way as a generator's, including for duplicates.</summary>
public sealed class EditRecords(PairPlacing placing, IOptions<GenerationOptions> options)
{
    /// <summary>The edited content with its flags and its cluster; null where a span of evidence is invalid.</summary>
    internal async Task<PairContent?> CheckAsync(SynthDataGenDb db, Pair pair, PairEdit edit, CancellationToken cancellationToken)
    {
        var source = await db.RevisionTexts.AsNoTracking().SingleAsync(t => t.RevisionId == pair.RevisionId, cancellationToken);
        if (!edit.FitsInto(source.Text))
        {
            return null;
        }

        var edited = edit.Of(pair, source, await ChecksAsync(db, pair, source, cancellationToken));
        var cluster = await placing.PlaceAsync(db, pair.WorkspaceId, pair.Id, edited.Question!, edited.Answer!, cancellationToken);
        return cluster is null ? edited : edited with { ClusterId = cluster, Flags = [.. edited.Flags!, PairFlags.Duplicate] };
    }

    private async Task<PairChecks> ChecksAsync(SynthDataGenDb db, Pair pair, RevisionText source, CancellationToken cancellationToken)
    {
        var made = await (
            from i in db.RunItems.AsNoTracking()
            join r in db.Runs on i.RunId equals r.Id
            where i.Id == pair.RunItemId
            select new { Item = i, r.Recipe }).SingleAsync(cancellationToken);
        var shown = ShownText.Of(source, made.Item.ToSpan()).Text;
        return new(options.Value.Checks.For(pair.Model == Generator.ExtractiveModel), shown, made.Recipe.Language);
    }
}
