namespace Aggregator.Extraction.Frames;

/// <summary>What fills a slot of a trigger.</summary>
/// <param name="Slot">The slot: <c>subj</c>, <c>obj</c>, a preposition, …; always one instance a name, so that names compare by reference.</param>
/// <param name="Token">The filler's head, as an index in the sentence.</param>
/// <param name="Path">How it was reached, for explanation.</param>
/// <param name="IsDoubtful">Whether it fills the slot only if the parser took the voice right.</param>
internal readonly record struct Argument(string Slot, int Token, string Path, bool IsDoubtful = false);
