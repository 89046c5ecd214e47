using SynthDataGen.Core.Generation.Checks;

namespace SynthDataGen.Core.Tests.Generation.Checks;

public sealed class ContextReferencesTests
{
    [Theory]
    [InlineData("Was sagt der Text über Resturlaub?")]
    [InlineData("Welche Frist gilt laut dem obigen Abschnitt?")]
    [InlineData("Was zeigt Tabelle 3?")]
    [InlineData("Welche Pflichten nennt dieses Dokument?")]
    [InlineData("Was wird im vorliegenden Auszug beschrieben?")]
    public void German_questions_that_need_the_text_are_found(string question) => ContextReferences.German().IsMatch(question).ShouldBeTrue();

    [Theory]
    [InlineData("Welche Fristen gelten im Kontext der Elternzeit?")]
    [InlineData("Wo findet man die Tabelle der Feiertage?")]
    [InlineData("Wie lang darf der Text einer Anzeige sein?")]
    public void German_questions_about_texts_are_not_flagged(string question) => ContextReferences.German().IsMatch(question).ShouldBeFalse();

    [Theory]
    [InlineData("Selon le texte, qui signe ?")]
    [InlineData("Que décrit la section ci-dessus ?")]
    [InlineData("Que montre le tableau 2 ?")]
    [InlineData("De quoi parle cet extrait ?")]
    public void French_questions_that_need_the_text_are_found(string question) => ContextReferences.French().IsMatch(question).ShouldBeTrue();

    [Theory]
    [InlineData("Que peut-on faire dans le contexte d'une grève ?")]
    [InlineData("Que prévoit le texte de la convention ?")]
    public void French_questions_about_texts_are_not_flagged(string question) => ContextReferences.French().IsMatch(question).ShouldBeFalse();

    [Theory]
    [InlineData("Según el texto, ¿quién firma?")]
    [InlineData("¿Qué se menciona en el párrafo anterior?")]
    [InlineData("¿Qué muestra la tabla 2?")]
    public void Spanish_questions_that_need_the_text_are_found(string question) => ContextReferences.Spanish().IsMatch(question).ShouldBeTrue();

    [Theory]
    [InlineData("¿En qué idiomas está el texto de las señales?")]
    [InlineData("¿Qué ocurre en el contexto de una huelga?")]
    public void Spanish_questions_about_texts_are_not_flagged(string question) => ContextReferences.Spanish().IsMatch(question).ShouldBeFalse();
}
