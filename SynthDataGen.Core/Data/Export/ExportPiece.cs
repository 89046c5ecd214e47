namespace SynthDataGen.Core.Data.Export;

/// <summary>A piece of <see cref="Work.WorkKinds.BuildExport"/>. It names the bucket, so that an export's objects are found when its row is gone.</summary>
public sealed record ExportPiece(Guid Id, string Bucket)
{
    public static ExportPiece Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(':', 2);
        return new(Guid.Parse(parts[0]), parts[1]);
    }

    public override string ToString() => $"{Id}:{Bucket}";
}
