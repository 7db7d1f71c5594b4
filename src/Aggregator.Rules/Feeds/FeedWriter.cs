namespace Aggregator.Feeds;

/// <summary>Writes feed documents.</summary>
public static class FeedWriter
{
    /// <summary>The document in a form, UTF-8. The same document always gives the same bytes.</summary>
    /// <param name="document">The document.</param>
    /// <param name="form">The form.</param>
    public static byte[] Write(FeedDocument document, FeedForm form) => form switch
    {
        FeedForm.Atom => FeedXml.Write(xml => AtomWriter.Write(xml, document)),
        FeedForm.Rss => FeedXml.Write(xml => RssWriter.Write(xml, document)),
        FeedForm.JsonFeed => JsonFeedWriter.Write(document),
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Not a form."),
    };
}
