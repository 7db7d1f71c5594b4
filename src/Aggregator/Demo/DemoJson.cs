using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aggregator.Demo;

/// <summary>How the demo's files are read: every member known, required ones present, nothing null.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SubmissionLine))]
[JsonSerializable(typeof(WithdrawalLine))]
[JsonSerializable(typeof(DemoTopic[]))]
internal sealed partial class DemoJson : JsonSerializerContext;

/// <summary>A line of articles.jsonl that submits an article.</summary>
internal sealed record SubmissionLine(
    string Id, Uri Url, string Outlet, DateTimeOffset Published, string Title, string Text)
{
    /// <summary>The step this line describes.</summary>
    public DemoStep ToStep() => new DemoSubmission(Id, Url, Outlet, Published, Title, Text);
}

/// <summary>A line of articles.jsonl that withdraws one; <paramref name="Withdraw"/> is its id.</summary>
internal sealed record WithdrawalLine(string Withdraw, DateTimeOffset Published, string Reason)
{
    /// <summary>The step this line describes.</summary>
    public DemoStep ToStep() => new DemoWithdrawal(Withdraw, Published, Reason);
}
