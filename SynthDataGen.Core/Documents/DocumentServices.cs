using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SynthDataGen.Core.Documents.Extractors;
using SynthDataGen.Core.Documents.Extractors.Books;
using SynthDataGen.Core.Documents.Extractors.Markup;
using SynthDataGen.Core.Documents.Extractors.Pdf;
using SynthDataGen.Core.Documents.Extractors.Sheets;
using SynthDataGen.Core.Documents.Extractors.Slides;
using SynthDataGen.Core.Documents.Extractors.Word;
using SynthDataGen.Core.Documents.Poppler;

namespace SynthDataGen.Core.Documents;

/// <summary>Registers the document readers.</summary>
public static class DocumentServices
{
    public static IServiceCollection AddDocuments(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ExtractionOptions>().Bind(configuration.GetSection(nameof(ExtractionOptions))).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IDocumentExtractor, PdfExtractor>();
        services.AddSingleton<IDocumentExtractor, WordExtractor>();
        services.AddSingleton<IDocumentExtractor, SlidesExtractor>();
        services.AddSingleton<IDocumentExtractor, SheetsExtractor>();
        services.AddSingleton<IDocumentExtractor, CsvExtractor>();
        services.AddSingleton<IDocumentExtractor, BookExtractor>();
        services.AddSingleton<IDocumentExtractor, MarkdownExtractor>();
        services.AddSingleton<IDocumentExtractor, HtmlExtractor>();
        services.AddSingleton<IDocumentExtractor, PlainTextExtractor>();
        services.AddSingleton<DocumentReader>();
        services.AddSingleton<PopplerPages>().AddSingleton<PopplerPageWords>();
        return services;
    }
}
