using Xunit;

namespace Aggregator.Extraction.Frames;

/// <summary>Why each slot has its value.</summary>
public sealed class EvidenceTests
{
    private const string Story = "Kenyan troops plan to shell a village in Somalia on Friday, the defence ministry said. At least 12 people were killed in Peru, the mayor said.";

    private static Report Attack { get; } = Told.By(Story).First(report => report.Kind == EventKind.Attack);

    [Theory]
    [InlineData("kind", "shell")]
    [InlineData("status", "plan")]
    [InlineData("actors", "Kenyan troops")]
    [InlineData("recipients", "Somalia")]
    [InlineData("place", "Somalia")]
    [InlineData("date", "Friday")]
    [InlineData("claimant", "defence ministry")]
    public void Extract_Slot_LeadsToItsWords(string slot, string words)
    {
        var evidence = Attack.Evidence.Where(evidence => evidence.Slot == slot).ToList();
        Assert.Contains(evidence, one => one.Words!.Contains(words, StringComparison.Ordinal));
        Assert.All(evidence, one => Assert.NotEmpty(one.Rule));
    }

    [Fact]
    public void Extract_Actor_SaysPathCodeAndRole() =>
        Assert.Contains(Attack.Evidence, evidence => evidence is { Slot: "actors", Rule: var rule } && rule.StartsWith("KEN MIL: ", StringComparison.Ordinal) && rule.Contains("nsubj", StringComparison.Ordinal));

    [Fact]
    public void Extract_EvidencedWords_AreThoseOfTheSpan()
    {
        foreach (var evidence in Told.By(Story).SelectMany(report => report.Evidence))
            if (evidence.Span is { } span) Assert.Equal(Story.Substring(span.Start, span.Length), evidence.Words);
    }

    [Fact]
    public void Extract_Figure_SaysWhoGivesIt()
    {
        var figure = Told.By(Story).First(report => report.Kind == EventKind.Casualties);
        Assert.Contains(figure.Evidence, evidence => evidence is { Slot: "figure", Words: not null });
        Assert.Contains(figure.Evidence, evidence => evidence is { Slot: "claimant", Words: "mayor" });
    }

    [Fact]
    public void Extract_WhatIsAnnouncedForAThreat_SaysSo()
    {
        var threat = Told.By("Kenya will bomb Somalia unless it withdraws.").First(report => report.Kind == EventKind.Threat);
        Assert.Contains(threat.Evidence, evidence => evidence.Slot == "kind" && evidence.Rule.Contains("under a condition", StringComparison.Ordinal));
    }
}
