using System.Globalization;
using Xunit;

namespace Aggregator.Demo;

public sealed class DemoScriptTests
{
    [Fact]
    public void Read_RevisionAndWithdrawal_ComeAsSteps()
    {
        var steps = Read(Article("a", 1, "One dead."), Article("a", 2, "Two dead."), Withdrawal("a", 3));

        Assert.Equal("Two dead.", Assert.IsType<DemoSubmission>(steps[1]).Text);
        Assert.Equal("It was not so.", Assert.IsType<DemoWithdrawal>(steps[2]).Reason);
        Assert.Equal("a", steps[2].ArticleId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"id\":\"b\"")]
    [InlineData("{\"id\":\"b\",\"published\":\"2026-09-15T00:00:00Z\"}")]
    [InlineData("{\"withdraw\":\"a\",\"published\":\"2026-09-15T00:00:00Z\"}")]
    [InlineData("{\"withdraw\":\"a\",\"published\":\"yesterday\",\"reason\":\"It was not so.\"}")]
    public void Read_BrokenLine_IsRefusedByNumber(string line) =>
        Assert.StartsWith("demo line 2: ", Refusal(Article("a", 1, "One dead."), line), StringComparison.Ordinal);

    [Fact]
    public void Read_EarlierThanTheLineAbove_IsRefused() =>
        Assert.Contains("before the line above", Refusal(Article("a", 2, "One dead."), Article("b", 1, "Two dead.")));

    [Fact]
    public void Read_SameTextAgain_IsRefused() =>
        Assert.Contains("same text", Refusal(Article("a", 1, "One dead."), Article("a", 2, "One dead.")));

    [Fact]
    public void Read_RevisionUnderAnotherAddress_IsRefused() => Assert.Contains("another address", Refusal(
        Article("a", 1, "One dead."), Article("a", 2, "Two dead.").Replace("/a\"", "/b\"", StringComparison.Ordinal)));

    [Fact]
    public void Read_WithdrawalOfWhatIsNotThere_IsRefused() =>
        Assert.Contains("not there", Refusal(Article("a", 1, "One dead."), Withdrawal("b", 2)));

    private static string Article(string id, int day, string text) =>
        $$"""{"id":"{{id}}","url":"https://n.example/{{id}}","outlet":"N","title":"T","text":"{{text}}",{{On(day)}}}""";

    private static string Withdrawal(string id, int day) =>
        $$"""{"withdraw":"{{id}}","reason":"It was not so.",{{On(day)}}}""";

    private static string On(int day) =>
        string.Create(CultureInfo.InvariantCulture, $"\"published\":\"2026-09-{day:00}T06:00:00Z\"");

    private static IReadOnlyList<DemoStep> Read(params string[] lines)
    {
        using var reader = new StringReader(string.Join('\n', lines) + "\n");
        return DemoScript.Read(reader, "demo");
    }

    private static string Refusal(params string[] lines) =>
        Assert.Throws<InvalidDataException>(() => Read(lines)).Message;
}
