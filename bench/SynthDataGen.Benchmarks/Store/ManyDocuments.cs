using System.IO.Compression;
using System.Text;

namespace SynthDataGen.Benchmarks.Store;

/// <summary>Any number of documents of all kinds that companies have: copies of existing files, each made unique by an extra line.</summary>
internal static class ManyDocuments
{
    private const string Sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";

    private static readonly string[] Folders =
        [Path.Combine(Testing.Repository.Root, "samples"), Path.Combine(Testing.Repository.Root, "samples", "source"), Path.Combine(Testing.Repository.Root, "docs", "decisions"), .. Corpus("pdf"), .. Corpus("docx")];

    private static readonly string[] Kinds = [".pdf", ".docx", ".html", ".md"];

    /// <summary>The documents, one in memory at a time. Kinds alternate; a few files of the corpus are broken on purpose.</summary>
    public static IEnumerable<(string Key, byte[] Content)> Make(int count)
    {
        var kinds = Kinds.Select(Files).Where(files => files.Count > 0).Append(["stock.xlsx"]).ToList();
        for (var i = 0; i < count; i++)
        {
            var files = kinds[i % kinds.Count];
            var path = files[i / kinds.Count % files.Count];
            var content = Path.GetExtension(path) == ".xlsx" ? Workbook(i) : Another(path, i);
            yield return ($"{i % 20:00}/{i:00000} {Path.GetFileName(path)}", content);
        }
    }

    private static string[] Corpus(string kind) => [Path.Combine(Testing.Repository.Corpus, kind)];

    private static List<string> Files(string kind) =>
        [.. Folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*" + kind))
            .Where(path => !path.EndsWith(".expected.md", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static byte[] Another(string path, int number)
    {
        var content = File.ReadAllBytes(path);
        return Path.GetExtension(path) switch
        {
            ".docx" => WithParagraph(content, number),
            ".pdf" => [.. content, .. Encoding.ASCII.GetBytes($"\n% copy {number}\n")],
            ".html" => [.. content, .. Encoding.ASCII.GetBytes($"<p>This is copy {number}.</p>")],
            _ => [.. content, .. Encoding.ASCII.GetBytes($"\n\nThis is copy {number}.\n")],
        };
    }

    private static byte[] WithParagraph(byte[] content, int number)
    {
        using var bytes = new MemoryStream();
        bytes.Write(content);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.GetEntry("word/document.xml")!.Open();
            using var reader = new StreamReader(part, leaveOpen: true);
            var xml = reader.ReadToEnd();
            var body = xml.IndexOf("<w:body>", StringComparison.Ordinal) + "<w:body>".Length;
            part.SetLength(0);
            part.Write(Encoding.UTF8.GetBytes(xml.Insert(body, $"<w:p><w:r><w:t>This is copy {number}.</w:t></w:r></w:p>")));
        }
        return bytes.ToArray();
    }

    private static byte[] Workbook(int number)
    {
        var rows = string.Concat(Enumerable.Range(0, 200).Select(row =>
            $"""<row><c t="inlineStr"><is><t>Part {row} of stock {number}</t></is></c><c><v>{row * number}</v></c><c t="inlineStr"><is><t>Shelf {row % 17}</t></is></c></row>"""));
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
                """);
            Write("_rels/.rels", Relation("officeDocument", "xl/workbook.xml"));
            Write("xl/_rels/workbook.xml.rels", Relation("worksheet", "worksheets/sheet1.xml"));
            Write("xl/workbook.xml", $"""<workbook xmlns="{Sheets}" xmlns:r="{Relations}"><sheets><sheet name="Stock" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Write("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Sheets}"><sheetData>{rows}</sheetData></worksheet>""");

            void Write(string name, string xml)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(xml));
            }
        }
        return bytes.ToArray();
    }

    private static string Relation(string kind, string target) =>
        $"""<Relationships xmlns="{PackageRelations}"><Relationship Id="r1" Type="{Relations}/{kind}" Target="{target}"/></Relationships>""";
}
