namespace Aggregator.Importing;

/// <summary>An article as intake takes it.</summary>
/// <param name="Id">Its own id, or null when the address names it.</param>
/// <param name="Url">Its address, or null.</param>
/// <param name="Outlet">Who published it, or null.</param>
/// <param name="Published">When it was published, or null.</param>
/// <param name="Title">The headline.</param>
/// <param name="Text">The text.</param>
internal sealed record ImportLine(string? Id, string? Url, string? Outlet, DateTimeOffset? Published, string? Title, string? Text);
