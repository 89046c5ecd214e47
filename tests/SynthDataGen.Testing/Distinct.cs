using System.Reflection;

namespace SynthDataGen.Testing;

/// <summary>Records whose properties all differ from each other and from their defaults, so that a forgotten property shows.</summary>
public static class Distinct
{
    /// <summary>A record with a value in every property.</summary>
    public static T Of<T>()
        where T : new()
    {
        var made = new T();
        foreach (var (property, number) in typeof(T).GetProperties().Select((property, number) => (property, number)))
        {
            property.SetValue(made, Value(property, number));
        }

        return made;
    }

    /// <summary>A record with a value in this property only, as another one has it.</summary>
    public static T Only<T>(T whole, string property)
        where T : new()
    {
        var made = new T();
        typeof(T).GetProperty(property)!.SetValue(made, typeof(T).GetProperty(property)!.GetValue(whole));
        return made;
    }

    private static object Value(PropertyInfo property, int number) => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) switch
    {
        { } type when type == typeof(string) => $"{property.Name} ü&=+ {number}",
        { } type when type == typeof(int) => number + 1,
        { } type when type == typeof(Guid) => new Guid(number + 1, 0, 0, new byte[8]),
        { } type when type == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch.AddDays(number).AddTicks(1),
        { IsEnum: true } type => Enum.GetValues(type).GetValue(1)!,
        var type => throw new NotSupportedException($"Say how {property.Name}, a {type}, is filled."),
    };
}
