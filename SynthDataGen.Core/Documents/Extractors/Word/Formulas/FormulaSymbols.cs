using System.Text;
using System.Xml.Linq;
using SynthDataGen.Core.Documents.Extractors.Word.Parts;

namespace SynthDataGen.Core.Documents.Extractors.Word.Formulas;

/// <summary>Writes the signs of equations in LaTeX.</summary>
internal static class FormulaSymbols
{
    private static readonly Dictionary<char, string> Commands = Pairs(
        "α alpha β beta γ gamma δ delta ε varepsilon ϵ epsilon ζ zeta η eta θ theta ϑ vartheta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi ϖ varpi ρ rho ϱ varrho σ sigma ς varsigma "
        + "τ tau υ upsilon φ varphi ϕ phi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega ∞ infty × times ÷ div ⋅ cdot · cdot "
        + "± pm ∓ mp ∗ ast ∘ circ ∙ bullet ≤ leq ≥ geq ≠ neq ≈ approx ≡ equiv ∼ sim ≃ simeq ≅ cong ∝ propto ≪ ll ≫ gg ≺ prec ≻ succ ⊥ perp ∥ parallel ∣ mid ∈ in ∉ notin ∋ ni ⊂ subset "
        + "⊃ supset ⊆ subseteq ⊇ supseteq ∪ cup ∩ cap ∅ emptyset ∖ setminus ∧ wedge ∨ vee ¬ neg ∀ forall ∃ exists ∄ nexists ∴ therefore ∵ because → rightarrow ← leftarrow ↔ leftrightarrow "
        + "⇒ Rightarrow ⇐ Leftarrow ⇔ Leftrightarrow ↦ mapsto ↑ uparrow ↓ downarrow ⟶ longrightarrow ∂ partial ∇ nabla ∆ Delta ∑ sum ∏ prod ∐ coprod ∫ int ∬ iint ∭ iiint ∮ oint ∯ oiint "
        + "∰ oiiint ⋃ bigcup ⋂ bigcap ⋀ bigwedge ⋁ bigvee ⨁ bigoplus ⨂ bigotimes ⊕ oplus ⊗ otimes ⊙ odot √ surd … ldots ⋯ cdots ⋮ vdots ⋱ ddots ′ prime ∠ angle ° degree ℏ hbar ℓ ell "
        + "ℜ Re ℑ Im ℵ aleph ⌊ lfloor ⌋ rfloor ⌈ lceil ⌉ rceil ⟨ langle ⟩ rangle 〈 langle 〉 rangle ‖ Vert † dagger ⊢ vdash ⊨ models");

    private static readonly Dictionary<char, string> Plain = new()
    {
        ['−'] = "-", ['–'] = "-", ['‐'] = "-", ['ℎ'] = "h", ['\u2061'] = "", ['\u2062'] = "", ['\u2063'] = ",", ['\u00A0'] = " ", ['{'] = @"\{", ['}'] = @"\}", ['%'] = @"\%", ['$'] = @"\$",
        ['#'] = @"\#", ['&'] = @"\&", ['_'] = @"\_", ['ℝ'] = @"\mathbb{R}", ['ℕ'] = @"\mathbb{N}", ['ℤ'] = @"\mathbb{Z}", ['ℚ'] = @"\mathbb{Q}", ['ℂ'] = @"\mathbb{C}",
    };

    private static readonly Dictionary<char, string> Accents = Pairs(
        "\u0302 hat \u0303 tilde \u0304 bar \u0305 overline \u0306 breve \u0307 dot \u0308 ddot \u030C check \u0300 grave \u0301 acute \u20D7 vec \u20D6 overleftarrow \u20DB dddot \u033F overline");

    private static readonly HashSet<string> Functions = new(StringComparer.Ordinal)
    {
        "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "det", "dim", "exp", "gcd", "hom", "inf", "ker", "lg", "lim", "liminf", "limsup", "ln", "log", "max",
        "min", "sec", "sin", "sinh", "sup", "tan", "tanh",
    };

    public static string Latex(string text)
    {
        var latex = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // Mathematical alphabets are ordinary letters in another style.
            var plain = rune.Value is >= 0x1D400 and <= 0x1D7FF ? rune.ToString().Normalize(NormalizationForm.FormKC) : rune.ToString();
            latex.Append(plain.Length == 1 ? Sign(plain[0]) : plain);
        }

        return latex.ToString();
    }

    /// <summary>A function's name, as a command if LaTeX has one.</summary>
    public static string Function(string name)
    {
        if (Functions.Contains(name))
        {
            return $@"\{name}";
        }

        return name.Length > 1 && name.All(char.IsAsciiLetter) ? $@"\operatorname{{{name}}}" : name;
    }

    /// <summary>An operator with limits; an integral if the equation names none.</summary>
    public static string Operator(XElement? sign) => sign is null ? @"\int" : Latex(sign.Of() ?? "").Trim();

    /// <summary>A bracket; a dot for none.</summary>
    public static string Delimiter(XElement? sign, string standard)
    {
        var bracket = Latex(sign is null ? standard : sign.Of() ?? "").Trim();
        return bracket.Length == 0 ? "." : bracket;
    }

    public static string Accent(string? sign) => $@"\{(sign?.Length == 1 ? Accents.GetValueOrDefault(sign[0], "hat") : "hat")}";

    /// <summary>The brace or arrow over or under a group; a brace under it if the equation names none.</summary>
    public static string Brace(string? sign, string? position) => sign switch
    {
        "⏞" => @"\overbrace",
        "←" => @"\overleftarrow",
        "→" => @"\overrightarrow",
        "⏟" or null => position == "top" ? @"\overbrace" : @"\underbrace",
        _ => position == "top" ? @"\overline" : @"\underline",
    };

    private static string Sign(char c) => Commands.TryGetValue(c, out var command) ? $@" \{command} " : Plain.GetValueOrDefault(c) ?? c.ToString();

    private static Dictionary<char, string> Pairs(string pairs) => pairs.Split(' ').Chunk(2).ToDictionary(pair => pair[0][0], pair => pair[1]);
}
