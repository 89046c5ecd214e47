namespace SynthDataGen.Core.Documents.Extractors;

/// <summary>Counts the cells and characters of one sheet, and refuses a sheet beyond the limits before it fills the memory.</summary>
internal sealed class SheetLimits(ExtractionOptions options)
{
    private long cells;
    private long characters;

    public void Count(long more, long length = 0)
    {
        cells += more;
        characters += length;
        if (cells > options.MaxCells)
        {
            throw Fault.TooLarge("cells in one table", options.MaxCells);
        }

        if (characters > options.MaxCharacters)
        {
            throw Fault.TooLarge("characters", options.MaxCharacters);
        }
    }
}
