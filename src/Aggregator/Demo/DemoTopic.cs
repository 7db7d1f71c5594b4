namespace Aggregator.Demo;

/// <summary>A topic that the demo defines before its first article.</summary>
/// <param name="Id">Its id in the API, a slug.</param>
/// <param name="Title">Its heading on the page.</param>
/// <param name="Description">A sentence on what it gathers.</param>
/// <param name="Question">The question, in the question language.</param>
internal sealed record DemoTopic(string Id, string Title, string Description, string Question);
