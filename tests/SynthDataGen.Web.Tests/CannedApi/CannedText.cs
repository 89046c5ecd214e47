using System.Text;
using SynthDataGen.Client.Documents;

namespace SynthDataGen.Web.Tests.CannedApi;

/// <summary>A small handbook: headings, paragraphs, pages, chunks, all with true offsets.</summary>
internal static class CannedText
{
    /// <summary>The section whose chunk is boilerplate.</summary>
    private const int LicensedSection = 2;

    private static readonly (string Title, string[] Sentences)[] Sections =
    [
        ("1 Working hours", ["The regular week has 38.5 hours, spread over five days.", "Overtime is paid from the 41st hour of a week on.", "Who works from home records hours the same way as in the office."]),
        ("2 Travel", ["Trips of less than four hours go by train in second class.", "A hotel night costs at most 140 euros, in capitals 190 euros.", "Receipts are handed in within thirty days of the return."]),
        ("3 Security", ["Every laptop has an encrypted disk.", "A lost device is reported to the service desk within one hour.", "Passwords have at least fourteen characters and are kept in the password manager."]),
        ("4 Parental leave", ["Employees with more than two years of service may take up to 90 days of paid parental leave within twelve months of the birth.", "Leave is asked for eight weeks ahead, in writing.", "The Beschäftigungsverhältnis and the Sozialversicherungsbeitragszahlungen go on during leave."]),
        ("5 Training", ["Each year every employee has five days for training.", "The company pays for one certificate per year, up to 1,200 euros.", "Whoever leaves within six months of a course pays back half of its price."]),
    ];

    public static IReadOnlyList<string> Sentences { get; } = [.. Sections.SelectMany(section => section.Sentences)];

    public static DocumentText Make(Guid revision)
    {
        var text = new StringBuilder();
        var (outline, pages) = (new List<OutlineEntry>(), new List<PageSpan>());
        foreach (var (title, sentences) in Sections)
        {
            var start = text.Length;
            outline.Add(new(title, 1, start, pages.Count + 1));
            text.Append(title).Append("\n\n");
            text.AppendJoin(" ", sentences).Append("\n\n");
            text.Append("This section is reviewed every January by the people department; questions go to the nearest team lead. ")
                .Append("Where local law asks for more than is written here, local law counts. Nothing here takes away what a contract gives.\n\n");
            pages.Add(new(pages.Count + 1, start, text.Length));
        }

        return new() { RevisionId = revision, Text = text.ToString(), Outline = outline, Pages = pages };
    }

    public static IReadOnlyList<Chunk> Chunks(DocumentText text) =>
        [.. text.Pages.Select((page, i) => new Chunk
        {
            Id = Guid.CreateVersion7(), Ordinal = i, Start = page.Start, End = page.End, Tokens = (page.End - page.Start) / 4,
            HeadingPath = [text.Outline[i].Title], PageFrom = page.Number, PageTo = page.Number,
            Kind = i == LicensedSection ? "licence" : "text",
        })];
}
