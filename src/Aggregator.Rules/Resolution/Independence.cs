namespace Aggregator.Resolution;

/// <summary>
/// Counts independent voices: outlets of one publisher family, or that credit one agency, speak as one, and so do copies of one text.
/// </summary>
public static class Independence
{
    private const int BandLength = 4;

    /// <summary>How many independent voices some articles are.</summary>
    /// <param name="standing">Their deliveries.</param>
    public static int VoiceCount(IEnumerable<ReportDelivery> standing)
    {
        var articles = standing.DistinctBy(delivery => delivery.Article).ToList();
        var groups = Enumerable.Range(0, articles.Count).ToArray();
        JoinEqual(articles, groups);
        JoinCopies(articles, groups);
        return Enumerable.Range(0, groups.Length).Count(at => Root(groups, at) == at);
    }

    private static void JoinEqual(List<ReportDelivery> articles, int[] groups)
    {
        var firsts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < articles.Count; at++)
            if (!firsts.TryAdd(articles[at].Voice, at)) Join(groups, at, firsts[articles[at].Voice]);
    }

    // Copies have some run of four places equal; only those that do are compared whole.
    private static void JoinCopies(List<ReportDelivery> articles, int[] groups)
    {
        var bands = new Dictionary<(int, uint, uint, uint, uint), List<int>>();
        for (var at = 0; at < articles.Count; at++)
        {
            var sketch = articles[at].Sketch;
            if (sketch.IsDefaultOrEmpty) continue;
            for (var band = 0; band + BandLength <= sketch.Length; band += BandLength)
            {
                var key = (band, sketch[band], sketch[band + 1], sketch[band + 2], sketch[band + 3]);
                if (!bands.TryGetValue(key, out var alike)) bands.Add(key, alike = []);
                foreach (var other in alike)
                    if (Root(groups, other) != Root(groups, at) && TextSketch.Likeness(sketch, articles[other].Sketch) >= TextSketch.CopyFrom) Join(groups, at, other);
                if (alike.Count == 0 || Root(groups, alike[^1]) != Root(groups, at)) alike.Add(at);
            }
        }
    }

    private static void Join(int[] groups, int one, int other)
    {
        var (a, b) = (Root(groups, one), Root(groups, other));
        groups[Math.Max(a, b)] = Math.Min(a, b);
    }

    private static int Root(int[] groups, int at)
    {
        while (groups[at] != at) at = groups[at];
        return at;
    }
}
