namespace SynthDataGen.Core.Export;

/// <summary>What a share of an export is for.</summary>
public enum Part : byte
{
    /// <summary>To train with; all of an export that is not split.</summary>
    Train,

    /// <summary>To choose by while training.</summary>
    Validation,

    /// <summary>To judge the outcome by.</summary>
    Test,
}
