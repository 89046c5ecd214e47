using SynthDataGen.Client.Export;

namespace SynthDataGen.Web.Export.Choice;

/// <summary>Three shares that stay at 100 together: when one is changed, another one gives or takes.</summary>
public static class SplitShares
{
    /// <summary>With another share to train with; the test gives first.</summary>
    public static Split Train(Split split, int share)
    {
        ArgumentNullException.ThrowIfNull(split);
        var train = Bound(share, 100);
        var validation = Bound(split.Validation, 100 - train);
        return new(train, validation, 100 - train - validation);
    }

    /// <summary>With another share to choose by; training gives first.</summary>
    public static Split Validation(Split split, int share)
    {
        ArgumentNullException.ThrowIfNull(split);
        var validation = Bound(share, 100);
        var test = Bound(split.Test, 100 - validation);
        return new(100 - validation - test, validation, test);
    }

    /// <summary>With another share to judge by; training gives first.</summary>
    public static Split Test(Split split, int share)
    {
        ArgumentNullException.ThrowIfNull(split);
        var test = Bound(share, 100);
        var validation = Bound(split.Validation, 100 - test);
        return new(100 - test - validation, validation, test);
    }

    private static int Bound(int share, int most) => Math.Clamp(share, 0, most);
}
