using System.Text;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Tests.Documents;

public sealed class EncodingTests : IDisposable
{
    private const string German = "Die Prüfer müssen während der Arbeit Schutzbrillen tragen.\nÖl gehört nicht in den Ausguss.";
    private const string Russian = "Сотрудники обязаны носить защитные очки во время работы.\nМасло не выливать в раковину.";
    private const string Japanese = "作業中は保護メガネを着用してください。\nオイルを流しに捨てないでください。";
    private const string Chinese = "员工在工作期间必须佩戴护目镜。\n不要把油倒进水槽里。";
    private const string Taiwanese = "員工在工作期間必須佩戴護目鏡。\n不要把油倒進水槽裡。";
    private const string Korean = "직원은 작업 중에 보안경을 착용해야 합니다.\n기름을 싱크대에 버리지 마십시오.";

    private readonly TestFiles files = new();

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData("utf-8", German)]
    [InlineData("utf-16", German)]
    [InlineData("utf-16BE", German)]
    [InlineData("utf-32", German)]
    [InlineData("utf-32BE", German)]
    [InlineData("windows-1252", German)]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("cp866", Russian)]
    [InlineData("iso-8859-5", Russian)]
    [InlineData("shift_jis", Japanese)]
    [InlineData("euc-jp", Japanese)]
    [InlineData("gb18030", Chinese)]
    [InlineData("big5", Taiwanese)]
    [InlineData("euc-kr", Korean)]
    public async Task Undeclared_encodings_are_detected(string encoding, string text) =>
        (await ReadAsync("a.txt", Get(encoding).GetBytes(text))).ShouldBe(text);

    [Theory]
    [InlineData("utf-16", Japanese)]
    [InlineData("utf-16BE", Russian)]
    [InlineData("utf-32", Chinese)]
    [InlineData("utf-32BE", Korean)]
    [InlineData("utf-8", Taiwanese)]
    public async Task A_byte_order_mark_names_the_encoding(string encoding, string text) =>
        (await ReadAsync("a.md", [.. Get(encoding).Preamble, .. Get(encoding).GetBytes(text)])).ShouldBe(text.Replace('\n', ' '));

    [Theory]
    [InlineData("windows-1251", Russian)]
    [InlineData("shift_jis", Japanese)]
    [InlineData("windows-1252", German)]
    public async Task A_page_declares_its_encoding_or_it_is_found(string encoding, string text)
    {
        var named = Get(encoding).GetBytes($"<html><head><meta charset=\"{encoding}\"></head><body><p>{text}</p></body></html>");
        var unnamed = Get(encoding).GetBytes($"<html><body><p>{text}</p></body></html>");

        (await ReadAsync("named.html", named)).ShouldBe(text.Replace('\n', ' '));
        (await ReadAsync("unnamed.html", unnamed)).ShouldBe(text.Replace('\n', ' '));
    }

    [Theory]
    [InlineData("It is 20\u00B0C here.")]
    [InlineData("\u00A9 \u00C4RZTE 2026")]
    [InlineData("\u00BFQu\u00E9? \u00A1S\u00ED!")]
    public async Task Few_non_ascii_characters_mean_a_western_encoding(string text) => (await ReadAsync("a.txt", Encoding.Latin1.GetBytes(text))).ShouldBe(text);

    [Fact]
    public async Task One_broken_byte_leaves_the_encoding_unicode() =>
        (await ReadAsync("a.txt", [.. Encoding.UTF8.GetBytes(Russian), 0xFF])).ShouldBe(Russian + "\uFFFD");

    [Fact]
    public async Task Zero_bytes_and_lone_surrogates_are_kept_out_of_the_text()
    {
        var zeros = Encoding.ASCII.GetBytes("Some words, and then a zero: \0. More words follow after it.");
        byte[] lone = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("one"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("two")];

        (await ReadAsync("zeros.txt", zeros)).ShouldBe("Some words, and then a zero: . More words follow after it.");
        (await ReadAsync("lone.txt", lone)).ShouldBe("one\uFFFDtwo");
    }

    private async Task<string> ReadAsync(string name, byte[] content) => TextComposer.Compose(await TestFiles.ReadAsync(files.Write(name, content))).Text;

    private static Encoding Get(string name) => name switch
    {
        "utf-16" => Encoding.Unicode,
        "utf-16BE" => Encoding.BigEndianUnicode,
        "utf-32" => Encoding.UTF32,
        "utf-32BE" => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        "utf-8" => Encoding.UTF8,
        _ => CodePagesEncodingProvider.Instance.GetEncoding(name)!,
    };
}
