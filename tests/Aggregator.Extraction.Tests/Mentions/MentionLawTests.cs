using CsCheck;
using Xunit;

namespace Aggregator.Extraction.Mentions;

public sealed class MentionLawTests
{
    private static readonly string[] s_words =
    [
        "Kenya", "Kenyan", "President", "Daniel", "Otieno", "the", "of", "and", ",", ".", "'s", "’s", "-", "(", ")", "U.S.", "US", "he", "They", "its", "al",
        "Army", "Ministry", "police", "former", "Hamas", "spokesman", "for", "Jordan", "Georgia", "two", "leaders", "countries", "both", "ABC", "\n", "34",
        "said", "in", "Nairobi", "\"", "é", "\ud83d\ude00", "\ud83d", "bin", "van", "Lake", "Council", "pro", "backed", "group", "country", "The",
    ];

    private static readonly Gen<string> s_text = Gen.Int[0, (s_words.Length * 2) - 1].List[0, 60]
        .Select(picks => string.Concat(picks.Select(pick => (pick % 2 == 0 ? " " : "") + s_words[pick / 2])));

    [Fact]
    public void Read_AnyText_GivesOrderedSpansThatDoNotOverlap() =>
        s_text.Sample(text =>
        {
            var end = 0;
            foreach (var mention in new Read(text).Mentions.All)
            {
                if (mention.Span.Start < end || mention.Span.Length < 1 || mention.Span.End > text.Length) return false;
                if (!mention.Span.Contains(mention.NameSpan)) return false;
                end = mention.Span.End;
            }
            return true;
        }, seed: "0000KeYb6n51", iter: 3000);

    [Fact]
    public void Read_AnyText_PointsOnlyToEntitiesThatExist() =>
        s_text.Sample(text =>
        {
            var mentions = new Read(text).Mentions;
            return mentions.All.All(mention => mention.EntityId < mentions.Entities.Count
                && mention.Members.All(member => member >= 0 && member < mentions.Entities.Count));
        }, seed: "0000KeYb6n52", iter: 1000);

    [Fact]
    public void Read_SameTextTwice_GivesTheSame() =>
        s_text.Sample(text => Describe(text) == Describe(text), seed: "0000KeYb6n53", iter: 300);

    [Fact]
    public void At_EveryOffset_AgreesWithTheSpans() =>
        s_text.Sample(text =>
        {
            var mentions = new Read(text).Mentions;
            for (var offset = 0; offset < text.Length; offset++)
                if (mentions.At(offset) != mentions.All.FirstOrDefault(mention => mention.Span.Start <= offset && offset < mention.Span.End)) return false;
            return true;
        }, seed: "0000KeYb6n54", iter: 300);

    private static string Describe(string text) =>
        string.Join(";", new Read(text).Mentions.All.Select(mention => $"{mention.Span} {mention.Kind} {mention.Code} {mention.EntityId} {mention.Rule}"));
}
