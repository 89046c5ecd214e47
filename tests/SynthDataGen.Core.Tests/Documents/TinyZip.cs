using System.IO.Compression;
using System.Text;

namespace SynthDataGen.Core.Tests.Documents;

/// <summary>A zipped document made of given parts.</summary>
internal static class TinyZip
{
    public static byte[] Build(IEnumerable<(string Name, string Content)> parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                var level = name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Fastest;
                using var entry = zip.CreateEntry(name, level).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The file with a relation from this part to an outside address.</summary>
    public static byte[] WithLink(byte[] file, string part, string address)
    {
        using var bytes = new MemoryStream();
        bytes.Write(file);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            var (name, content) = Relations(part, ("rIdL", "hyperlink", $"{address}\" TargetMode=\"External"));
            zip.GetEntry(name)?.Delete();
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(Encoding.UTF8.GetBytes(content));
        }

        return bytes.ToArray();
    }

    /// <summary>The content types that an Office file begins with.</summary>
    public static (string, string) Types(params (string Part, string Type)[] parts) =>
        ("[Content_Types].xml",
            $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{string.Concat(parts.Select(part => $"""<Override PartName="/{part.Part}" ContentType="application/vnd.openxmlformats-officedocument.{part.Type}+xml"/>"""))}</Types>""");

    /// <summary>The relations of a part; the empty name means the file itself.</summary>
    public static (string, string) Relations(string part, params (string Id, string Type, string Target)[] relations)
    {
        var cut = part.LastIndexOf('/') + 1;
        return ($"{part[..cut]}_rels/{part[cut..]}.rels",
            $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(relations.Select(r => $"""<Relationship Id="{r.Id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{r.Type}" Target="{r.Target}"/>"""))}</Relationships>""");
    }
}
