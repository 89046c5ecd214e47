namespace SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;

/// <summary>Turns pages whose text runs up or down, such as wide tables, so that it runs from left to right.</summary>
internal static class PageTurn
{
    public static void Upright(PdfPage page)
    {
        var (vertical, upright) = (0, 0);
        var (up, down) = (0, 0);
        foreach (var words in page.Lines.Select(line => line.Words))
        {
            foreach (ref readonly var word in words.AsSpan())
            {
                vertical += word.IsVertical ? 1 : 0;
                upright += word.Text.Length > 3 && word.Height < word.X1 - word.X0 ? 1 : 0;
            }

            up += words[^1].Y0 < words[0].Y0 ? 1 : 0;
            down += words[^1].Y0 > words[0].Y0 ? 1 : 0;
        }

        if (vertical > upright)
        {
            page.Lines = [.. page.Lines.Select(line => new PdfLine([.. line.Words.Select(word => Turn(word, page, up > down))]))];
        }
    }

    private static PdfWord Turn(PdfWord word, PdfPage page, bool up) => up
        ? new PdfWord(word.Text, page.Height - word.Y1, word.X0, page.Height - word.Y0, word.X1)
        : new PdfWord(word.Text, word.Y0, page.Width - word.X1, word.Y1, page.Width - word.X0);
}
