using Aggregator.Extraction;
using Xunit;

namespace Aggregator.Resolution;

/// <summary>What speaks for and against two accounts being of one happening, one piece of evidence at a time.</summary>
public class SamenessRuleTests
{
    [Theory]
    [InlineData("2025-03-05", "2025-03-15", -12)]
    [InlineData("2025-03-05", "2025-03", null)]
    [InlineData("2019-02", "2025-03-05", -8)]
    public void Weigh_DeploymentsToldOfOtherDays_AreApartBeyondWhatWordsOutweigh(string one, string other, int? against)
    {
        var weight = WeightOf("date", Told(EventKind.Deployment, "A", date: one), Told(EventKind.Deployment, "B", date: other));
        if (against is { } most) Assert.Equal(most, weight);
        else Assert.True(weight > 0);
    }

    [Fact]
    public void Weigh_DeploymentToldOfYearsBefore_SpeaksMoreAgainstThanAnAttackSo()
    {
        var deployed = WeightOf("date", Told(EventKind.Deployment, "A", date: "2022-03"), Told(EventKind.Deployment, "B"));
        Assert.True(deployed < WeightOf("date", Told(EventKind.Attack, "A", date: "2022-03"), Told(EventKind.Attack, "B")));
    }

    [Fact]
    public void Weigh_PublishedYearsApart_SpeaksEverMoreAgainstWhatStatesDoButNotAgainstHarm()
    {
        var (month, years) = (Told(EventKind.Appeal, "B", day: 40), Told(EventKind.Appeal, "B", day: 1_200));
        Assert.True(WeightOf("published", Told(EventKind.Appeal, "A"), years) < WeightOf("published", Told(EventKind.Appeal, "A"), month) - 2);
        Assert.Equal(-4.5, WeightOf("published", Told(EventKind.Attack, "A"), Told(EventKind.Attack, "B", day: 1_200)));
    }

    [Theory]
    [InlineData(10, -3)]
    [InlineData(40, -1)]
    public void Weigh_NewsOfADayAfterTheOtherWasPublished_SpeaksAgainstMoreThanLookingBackOnOne(int published, int against)
    {
        var day = Sample.Noon.AddDays(10);
        Assert.Equal(against, WeightOf("date", Told(EventKind.Attack, "A"), Told(EventKind.Attack, "B", day: published, date: $"{day:yyyy-MM-dd}")));
    }

    [Fact]
    public void Weigh_SameSentenceOfOneOutlet_IsPartOfItsPages()
    {
        const string box = "Members agree to receive offers of our partners.";
        var known = Told(EventKind.Pledge, "A", quote: box, outlet: "Daily Example");
        Assert.Equal(-7, WeightOf("outlet", Told(EventKind.Pledge, "B", quote: box, outlet: "Daily Example"), known));
        Assert.Equal(-2, WeightOf("outlet", Told(EventKind.Pledge, "B", quote: "Members agree to much else.", outlet: "Daily Example"), known));
        Assert.Null(WeightOf("outlet", Told(EventKind.Pledge, "B", quote: box, outlet: "North Wire"), known));
    }

    [Fact]
    public void Weigh_RareWordsThatNoHeadlineOrSentenceHas_CountLess()
    {
        var words = Enumerable.Range(0, 6).Select(at => $"quillback{at}").ToArray();
        var (told, known) = (Around("A", "A dam broke.", words), Around("B", "A wall gave way.", words));
        var tied = Around("C", "A dam broke at Quillback0.", words);
        Assert.True(WeightOf("words", told, known) < 0.8 * WeightOf("words", tied, known));
    }

    [Fact]
    public void Weigh_AppealsOfOthers_SpeaksAgainst()
    {
        Assert.Equal(-2, WeightOf("actors", Told(EventKind.Appeal, "A", actor: "KEN"), Told(EventKind.Appeal, "B", actor: "NOR")));
        Assert.Null(WeightOf("actors", Told(EventKind.Appeal, "A", actor: "KEN"), Told(EventKind.Appeal, "B", actor: "KEN")));
        Assert.Null(WeightOf("actors", Told(EventKind.Attack, "A", actor: "KEN"), Told(EventKind.Attack, "B", actor: "NOR")));
    }

    [Theory]
    [InlineData("bomb", "shoot", -4)]
    [InlineData("flood", "quake", -4)]
    [InlineData("flood", "slide", -4)]
    [InlineData("storm", "flood", -0.1)]
    [InlineData("quake", "aftershock", -6)]
    [InlineData("kill", "shoot", -0.1)]
    public void Weigh_CausesThatExcludeEachOther_SpeakAgainst(string one, string other, double against) =>
        Assert.Equal(against, WeightOf("mode", Told(EventKind.Attack, "A", mode: one), Told(EventKind.Attack, "B", mode: other)));

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(3, -2)]
    [InlineData(5, -7)]
    public void Weigh_AttacksEachToldAsNews_SpeaksAgainstByTheDaysBetween(int days, double weight)
    {
        var (day, other) = (Sample.Noon, Sample.Noon.AddDays(days));
        Assert.Equal(weight, WeightOf("date", Told(EventKind.Attack, "A", date: $"{day:yyyy-MM-dd}"), Told(EventKind.Attack, "B", date: $"{other:yyyy-MM-dd}", day: days)));
    }

    [Theory]
    [InlineData("Thank you for registering with Plumstead. A dam broke at Fairhaven.", false)]
    [InlineData("“Thank you for registering with Plumstead,” said the mayor. A dam broke at Fairhaven.", true)]
    public void Around_SentenceToTheReader_LendsNoWordsUnlessQuoted(string text, bool lends)
    {
        var words = new ArticleWords("A headline", text).Around(Sample.Report("r-1", EventKind.Disaster) with { Span = new Span(0, 4), Sentence = new Span(0, text.Length) });
        Assert.Contains("fairhaven", words);
        Assert.Equal(lends, words.Contains("plumstead"));
    }

    private static double? WeightOf(string of, Account one, Account other)
    {
        var pieces = SamenessRule.Weigh(one, other, Rarity.Unknown).Evidence.Where(piece => piece.Of == of).ToList();
        return pieces.Count == 0 ? null : pieces.Sum(piece => piece.Weight);
    }

    private static Account Around(string id, string quote, string[] words) =>
        Account.Of(EventKind.Disaster, [Sample.Delivery(Sample.Report($"r-{id}", EventKind.Disaster) with { Quote = quote }, $"Outlet {id}") with { Keywords = [.. words] }]);

    private static Account Told(EventKind kind, string id, int day = 0, string? date = null, string? quote = null, string? outlet = null, string? actor = null, string? mode = null)
    {
        var report = Sample.Report($"r-{id}", kind, actor is null ? [] : [actor]) with { OccurredOn = OccurredOn.TryParse(date, out var on) ? on : null, Mode = mode };
        if (quote is not null) report = report with { Quote = quote };
        return Account.Of(kind, [Sample.Delivery(report, outlet ?? $"Outlet {id}", day)]);
    }
}
