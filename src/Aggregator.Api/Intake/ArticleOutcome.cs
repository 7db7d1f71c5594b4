using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Intake;

/// <summary>What became of one article of a request.</summary>
internal sealed record ArticleOutcome
{
    /// <summary>Its line in the body, from 1; not given where the body is one article.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? Line { get; init; }

    /// <summary>The article; not given where it was refused before it had an id.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public ArticleId? Id { get; init; }

    /// <summary><c>accepted</c>, <c>duplicate</c>, <c>revised</c>, <c>withdrawn</c>, <c>unknown</c>, or <c>refused</c>.</summary>
    public required string Result { get; init; }

    /// <summary>The article's revision that now stands, from 1; not given where it was refused.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? Revision { get; init; }

    /// <summary>Why it was refused; else not given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Reason { get; init; }

    /// <summary>True when nothing of it was kept.</summary>
    [JsonIgnore] public bool IsRefused => Reason is not null;

    internal static ArticleOutcome Kept(SubmitOutcome outcome, int? line = null) =>
        new() { Line = line, Id = outcome.Id, Result = WireName.From(outcome.Result), Revision = outcome.Revision };

    internal static ArticleOutcome Refused(string reason, int? line = null) => new() { Line = line, Result = "refused", Reason = reason };
}
