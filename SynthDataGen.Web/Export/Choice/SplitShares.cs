using SynthDataGen.Client.Export;

namespace SynthDataGen.Web.Export.Choice;

/// <summary>Three shares that always add up to 100: when one changes, another makes up for it.</summary>
public static class SplitShares
{
    /// <summary>Changes the training share; the test share makes up for it first.</summary>
    public static Split Train(Split split, int share)
    {
        ArgumentNullException.ThrowIfNull(split);
        var train = Bound(share, 100);
        var validation = Bound(split.Validation, 100 - train);
        return new(train, validation, 100 - train - validation);
    }

    /// <summary>Changes the validation share; the training share makes up for it first.</summary>
    public static Split Validation(Split split, int share)
    {
        ArgumentNullException.ThrowIfNull(split);
        var validation = Bound(share, 100);
        var test = Bound(split.Test, 100 - validation);
        return new(100 - validation - test, validation, test);
    }

    /// <summary>Changes the test share; the training share makes up for it first.</summary>
    public static Split Test(Split split, int share)
    {
        ArgumentNullException.ThrowIfNull(split);
        var test = Bound(share, 100);
        var validation = Bound(split.Validation, 100 - test);
        return new(100 - test - validation, validation, test);
    }

    private static int Bound(int share, int most) => Math.Clamp(share, 0, most);
}
