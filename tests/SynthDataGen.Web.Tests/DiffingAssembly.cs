using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace SynthDataGen.Web.Tests;

/// <summary>bUnit names AngleSharp.Diffing 1.x, where a registry may hold only 0.17, which has all that bUnit calls: it takes its place.</summary>
internal static class DiffingAssembly
{
    private const string Name = "AngleSharp.Diffing";

    [ModuleInitializer]
    internal static void StandIn() => AssemblyLoadContext.Default.Resolving += (context, asked) =>
        asked.Name == Name ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, Name + ".dll")) : null;
}
