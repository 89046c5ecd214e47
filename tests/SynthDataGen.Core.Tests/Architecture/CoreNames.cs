using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SynthDataGen.Core.Tests.Architecture;

/// <summary>A place in Core where one namespace names a type of another, or a member of such a type.</summary>
internal sealed record Naming(string File, string From, string To, string Type)
{
    public override string ToString() => $"{File} names {To}.{Type}";
}

/// <summary>
/// What Core's namespaces name of each other. The compiler resolves each name, comments' references included, so that neither an alias, a
/// full name, a <c>var</c> nor a constant hides one.
/// </summary>
internal static class CoreNames
{
    private const string Root = "SynthDataGen.Core";
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; " +
        "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly Lazy<IReadOnlyList<Naming>> Everything = new(() => Read(
        [.. Sources.ProductCode.Where(file => file.Project == Root).Select(file => (file.Path, file.Text))]));

    public static IReadOnlyList<Naming> All => Everything.Value;

    /// <summary>The noun that a namespace belongs to: its third part.</summary>
    public static string Noun(string space) => space.Split('.').ElementAtOrDefault(2) ?? "";

    public static IReadOnlyList<Naming> Read(IReadOnlyList<(string Path, string Text)> files)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Diagnose);
        var trees = files.Append(("Usings.cs", ImplicitUsings)).Select(file => CSharpSyntaxTree.ParseText(file.Item2, options, file.Item1)).ToList();
        var compilation = CSharpCompilation.Create(Root, trees, References(), new(OutputKind.DynamicallyLinkedLibrary));
        return [.. trees.AsParallel().SelectMany(tree => Read(compilation, tree)).Distinct()];
    }

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) != Root)
            .Select(path => MetadataReference.CreateFromFile(path));

    private static IEnumerable<Naming> Read(CSharpCompilation compilation, SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        var root = tree.GetCompilationUnitRoot();
        if (root.Members.OfType<FileScopedNamespaceDeclarationSyntax>().SingleOrDefault()?.Name.ToString() is not { } from)
        {
            yield break;
        }

        foreach (var name in root.DescendantNodes(descendIntoTrivia: true).OfType<SimpleNameSyntax>())
        {
            var found = model.GetSymbolInfo(name);
            foreach (var type in (found.Symbol is { } one ? [one] : found.CandidateSymbols).Select(Outermost).OfType<INamedTypeSymbol>())
            {
                var to = type.ContainingNamespace.ToDisplayString();
                if (to != from && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly))
                {
                    yield return new(tree.FilePath, from, to, type.Name);
                }
            }
        }
    }

    private static INamedTypeSymbol? Outermost(ISymbol symbol)
    {
        var type = symbol is IAliasSymbol { Target: INamedTypeSymbol target } ? target : symbol as INamedTypeSymbol ?? symbol.ContainingType;
        while (type?.ContainingType is { } outer)
        {
            type = outer;
        }

        return type;
    }
}
