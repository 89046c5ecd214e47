using System.Security.Cryptography;
using System.Text;
using SynthDataGen.Client.Documents;
using SynthDataGen.Client.Generation;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Data.Documents;
using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Documents.Extractors;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Grounding;
using SynthDataGen.Core.Pairs;
using Document = SynthDataGen.Client.Documents.Document;

namespace SynthDataGen.Api.Tests;

/// <summary>Brings documents and pairs in through the doors that the workers use.</summary>
public sealed class Seed(ApiApplication api)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task<Document> UploadAsync(string name, string text = "words")
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return (await api.Workspace.Documents.UploadAsync(name, content, Token)).Document!;
    }

    /// <summary>A document with as many sentences, read and chunked.</summary>
    public async Task<Document> ReadyDocumentAsync(int sentences = 3)
    {
        var blocks = Enumerable.Range(1, sentences).Select(i => new Block(BlockKind.Paragraph, SentenceAbout(i), i));
        return await ReadyDocumentAsync(new(blocks.ToList(), sentences, []), new ChunkOptions());
    }

    /// <summary>A document of these blocks, read and chunked.</summary>
    public async Task<Document> ReadyDocumentAsync(Extraction extracted, ChunkOptions chunking)
    {
        var document = await UploadAsync($"{Guid.CreateVersion7()}.txt");
        var text = TextComposer.Compose(extracted);
        var read = new ReadDocument(new($"{Guid.CreateVersion7():n}", "as seeded"), extracted, text, Chunker.Split(text, chunking));
        var extraction = api.Get<ExtractionRecords>();
        await extraction.SaveAsync((await extraction.BeginAsync(document.Id, Token))!, read, Token);
        return await api.Workspace.Documents.GetAsync(document.Id, Token);
    }

    /// <summary>A pair of the sample handbook, a PDF as it lies in the store, with this quote as its evidence.</summary>
    public async Task<Client.Review.Pair> PdfPairAsync(string quote)
    {
        var path = Path.Combine(Testing.Repository.Root, "samples", "employee-handbook.pdf");
        var bytes = await File.ReadAllBytesAsync(path, Token);
        using var content = new MemoryStream(bytes);
        var uploaded = (await api.Workspace.Documents.UploadAsync("handbook.pdf", content, Token)).Document!;
        var extracted = await api.Get<DocumentReader>().ReadAsync(new(path, "handbook.pdf", uploaded.MediaType, bytes.Length), Token);
        var text = TextComposer.Compose(extracted);
        var read = new ReadDocument(new(Convert.ToHexStringLower(SHA256.HashData(bytes)), "as seeded"), extracted, text, Chunker.Split(text, new ChunkOptions()));
        var extraction = api.Get<ExtractionRecords>();
        await extraction.SaveAsync((await extraction.BeginAsync(uploaded.Id, Token))!, read, Token);
        var document = await api.Workspace.Documents.GetAsync(uploaded.Id, Token);
        var evidence = EvidenceLocator.Locate(text.Text, 0, text.Text.Length, quote, offset => PageSpans.At(text.Pages, offset));
        return (await SaveAsync(document, _ => [new(new("What does it say?", quote, [quote], QuestionTypes.Factual, "easy"), [evidence], [])]))[0];
    }

    /// <summary>As many pending pairs of one document, each with a sentence as its evidence; the judge liked the first best, and said nothing of every third.</summary>
    public async Task<IReadOnlyList<Client.Review.Pair>> PairsAsync(int count)
    {
        var document = await ReadyDocumentAsync(count);
        return await SaveAsync(document, text => [.. Enumerable.Range(1, count).Select(i => PairAbout(i, text))]);
    }

    private async Task<IReadOnlyList<Client.Review.Pair>> SaveAsync(Document document, Func<string, IReadOnlyList<GroundedPair>> write)
    {
        var started = await api.Workspace.Generation.StartRunAsync(new NewRun { DocumentIds = [document.Id] }, Token);
        var plans = api.Get<PlanRecords>();
        var run = (await plans.FindPlannedAsync(started.Id, Token))!;
        var chunks = await plans.ListChunksAsync(document.Revision!.Id, Token);
        var span = new ContextSpan(0, chunks[^1].Ordinal, 0, chunks[^1].End, 10, []);
        var generation = api.Get<GenerationRecords>();
        var pairs = write((await generation.LoadTextAsync(document.Revision.Id, Token)).Text.Text);
        await plans.SaveAsync(run, [new(document.Id, document.Revision.Id, span, pairs.Count)], Token);
        var open = (await generation.LoadAsync(new(run.Id, 0, 0, 0), Token))!;
        await generation.SucceedAsync(open.Run, open.Items[0], new(pairs, 0, 0, "model"), new("template", "1"));
        await generation.CloseAsync(open.Run, Token);
        return (await api.Workspace.Review.ListAsync(new() { RunId = run.Id }, limit: 500, cancellationToken: Token)).Items;
    }

    private static string SentenceAbout(int item) => $"Sentence {item} says that item {item} weighs {item} kilograms.";

    private static GroundedPair PairAbout(int item, string text)
    {
        var quote = SentenceAbout(item);
        var start = text.IndexOf(quote, StringComparison.Ordinal);
        var draft = new PairDraft($"How heavy is item {item}?", $"It weighs {item} kilograms.", [quote], QuestionTypes.Factual, "easy");
        return new(draft, [new(quote, start, start + quote.Length, item, EvidenceMatch.Exact)], item % 2 == 0 ? [PairFlags.TooShort] : [])
        {
            Judgement = item % 3 == 0 ? null : new(Math.Max(Judgement.MinScore, 6 - item), Answerable: true, Complete: item == 1, Clear: true, "It could say more."),
        };
    }
}
