using Aggregator.Extraction;
using Aggregator.Resolution;
using CsCheck;
using Xunit;

namespace Aggregator.Topics;

public class QuestionIndexTests
{
    private static readonly string[] Words = ["fish", "border", "ceasefire", "summit", "oil"];
    private static readonly string[] Codes = ["KEN", "PER", "IGO:UN", "NOR"];

    private static readonly Gen<string> Condition = Gen.OneOf(
        Gen.OneOf("kind:call", "kind:attack", "kind:casualties", "status:planned", "voices>=2", "articles>=1"),
        Gen.OneOf(Codes).Select(code => $"party:{code}"),
        Gen.OneOf(Codes).Select(code => $"actor:{code}"),
        Gen.OneOf(Words),
        Gen.Select(Gen.OneOf(Words), Gen.OneOf(Words)).Select((first, second) => $"\"{first} {second}\""),
        Gen.OneOf("actor:\"Ana Ruiz\"", "place:\"Port Havel\"", "place:KEN", "outlet:\"Daily Example\"", "claimant:\"health ministry\""));

    private static readonly Gen<string> QuestionText = Gen.Recursive<string>((depth, inner) => depth > 3
        ? Condition
        : Gen.Frequency(
            (3, Condition),
            (2, Gen.Select(inner, inner).Select((left, right) => $"({left} and {right})")),
            (2, Gen.Select(inner, inner).Select((left, right) => $"({left} or {right})")),
            (1, inner.Select(part => $"not ({part})"))));

    private static readonly Gen<NewsEvent> Event = Gen.Select(
        Gen.OneOf(EventKind.Call, EventKind.Attack, EventKind.Casualties), Gen.OneOf(EventStatus.Occurred, EventStatus.Planned),
        Gen.OneOf(Codes).Array[0, 3], Gen.OneOf(Words).Array[1, 6], Gen.Bool, Gen.Bool)
        .Select((kind, status, codes, words, named, placed) => Sample.Event(kind, actors: codes) with
        {
            Status = status,
            Headline = string.Join(' ', words),
            Names = named ? ["Ana Ruiz"] : [],
            Outlets = named ? ["Daily Example"] : [],
            Actors = named ? [.. Sample.Parties(codes), new Party(null, "Ana Ruiz")] : Sample.Parties(codes),
            Place = placed ? new Place { Name = "Port Havel", Country = PartyCode.Parse("KEN") } : null,
        });

    [Fact]
    public void Match_AnyQuestions_FindsExactlyThoseThatTheEventAnswers() =>
        Gen.Select(QuestionText.Array[1, 30], Event).Sample((texts, newsEvent) =>
        {
            var questions = texts.Select((text, at) => KeyValuePair.Create(TopicId.Parse($"t{at}"), QuestionParser.Parse(text, out _)!)).ToList();
            var terms = new EventTerms(newsEvent);
            var expected = questions.Where(pair => terms.Answers(pair.Value)).Select(pair => pair.Key.Value).Order(StringComparer.Ordinal);
            var found = new QuestionIndex(1, questions).Match(terms).Select(topic => topic.Value).Order(StringComparer.Ordinal);
            Assert.Equal(expected, found);
        }, iter: 3_000, seed: "0000000000001");

    [Fact]
    public void Answers_PhraseAcrossWordBoundary_IsNotFound()
    {
        var terms = new EventTerms(Sample.Event() with { Headline = "The fishing fleets left" });
        Assert.False(terms.Answers(QuestionParser.Parse("fish", out _)!));
        Assert.True(terms.Answers(QuestionParser.Parse("\"Fishing fleets\"", out _)!));
    }

    [Fact]
    public void Answers_CasualtiesOfAnAttack_AreFoundUnderBothKinds()
    {
        var claim = ClaimFold.Fold([Sample.Delivery(Sample.Figure("r-1", 4))])[0];
        var terms = new EventTerms(Sample.Event(EventKind.Attack) with { Claims = [claim] });
        Assert.True(terms.Answers(QuestionParser.Parse("kind:casualties and kind:attack", out _)!));
    }
}
