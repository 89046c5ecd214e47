using SynthDataGen.Core.Chunks;

namespace SynthDataGen.Core.Tests.Chunks;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("One ends. Two ends! Three? Four", "One ends.|Two ends!|Three?|Four")]
    [InlineData("It is 3.14 m long, v1.2.3 at least. Next.", "It is 3.14 m long, v1.2.3 at least.|Next.")]
    [InlineData("See e.g. Smith et al. 2020 for it. Next.", "See e.g. Smith et al. 2020 for it.|Next.")]
    [InlineData("J. R. R. Tolkien met Dr. Lewis. They talked.", "J. R. R. Tolkien met Dr. Lewis.|They talked.")]
    [InlineData("The U.S. Army moved. It did.", "The U.S. Army moved.|It did.")]
    [InlineData("So did I. You did too.", "So did I.|You did too.")]
    [InlineData("The answer is no. I agree.", "The answer is no.|I agree.")]
    [InlineData("See no. 5 and Fig. 3 in Vol. II of it. Next.", "See no. 5 and Fig. 3 in Vol. II of it.|Next.")]
    [InlineData("Acme Inc. Berlin pays. Ltd. firms do not.", "Acme Inc. Berlin pays.|Ltd. firms do not.")]
    [InlineData("3. Wear a helmet. 4. Go.", "3. Wear a helmet.|4. Go.")]
    [InlineData("It began in 2020. The end came in 12. That was all.", "It began in 2020.|The end came in 12.|That was all.")]
    [InlineData("Am 3. März 2020 galt z.B. § 5 Abs. 2 noch. Danach nicht.", "Am 3. März 2020 galt z.B. § 5 Abs. 2 noch.|Danach nicht.")]
    [InlineData("Really? yes. No.", "Really? yes.|No.")]
    [InlineData("He waited … and left. She stayed.", "He waited … and left.|She stayed.")]
    [InlineData("He said “stop!” Then left. (It was late.) Home.", "He said “stop!”|Then left.|(It was late.)|Home.")]
    [InlineData("¿Qué hora es? ¡Tarde! Vamos.", "¿Qué hora es?|¡Tarde!|Vamos.")]
    [InlineData("Он ушёл. Она осталась.", "Он ушёл.|Она осталась.")]
    [InlineData("第一条。第二条！第三条？", "第一条。|第二条！|第三条？")]
    [InlineData("「行く。」と言った。", "「行く。」|と言った。")]
    [InlineData("円周率は３．１４である．次へ．", "円周率は３．１４である．|次へ．")]
    [InlineData("ما هذا؟ هذا كتاب. شكرا", "ما هذا؟|هذا كتاب.|شكرا")]
    [InlineData("यह घर है। वह स्कूल है।", "यह घर है।|वह स्कूल है।")]
    public void Sentences_end_where_a_reader_ends_them(string text, string sentences) => Split(text).ShouldBe(sentences.Split('|'));

    private static List<string> Split(string text)
    {
        var found = new List<string>();
        for (var (start, end) = (0, 0); start < text.Length; start = end)
        {
            end = Sentences.End(text, start);
            found.Add(text[start..end]);
            while (end < text.Length && char.IsWhiteSpace(text[end]))
            {
                end++;
            }
        }
        return found;
    }
}
