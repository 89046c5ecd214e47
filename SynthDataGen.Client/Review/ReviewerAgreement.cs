namespace SynthDataGen.Client.Review;

/// <summary>How far two people agree who both gave their opinion on the same pairs; their verdicts are compared: approve, edit, reject.</summary>
/// <param name="First">The one.</param>
/// <param name="Second">The other.</param>
/// <param name="Count">Pairs with an opinion of each.</param>
/// <param name="Agreed">The share of them with the same verdict, 0–1.</param>
/// <param name="Kappa">Cohen's kappa: agreement beyond chance, −1 to 1; 0 is chance, 1 is agreement on all.</param>
public sealed record ReviewerAgreement(string First, string Second, int Count, double Agreed, double Kappa);
