using System.IO.Compression;

namespace SynthDataGen.Core.Documents.Extractors.Books;

/// <summary>Tells a book under copy protection from one whose fonts alone are obscured.</summary>
internal static class BookLock
{
    private static readonly string[] FontAlgorithms = ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"];

    public static bool IsOn(ZipArchive zip) =>
        zip.Entries.Any(entry => entry.IsEncrypted)
        || BookXml.Elements(zip, "META-INF/encryption.xml")
            .Any(element => element.Name == "EncryptionMethod" && !FontAlgorithms.Contains(element.Of("Algorithm"), StringComparer.Ordinal));
}
