using System.Text.Json.Serialization;
using Aggregator.Wire;

namespace Aggregator.Intake;

/// <summary>Whether a source's hub pushes what is new.</summary>
[GenerateSerializer, Alias("push-standing"), JsonConverter(typeof(WireEnumConverter<PushStanding>))]
public enum PushStanding
{
    /// <summary>The hub was asked, or is about to be, and has yet to confirm.</summary>
    Pending,
    /// <summary>The hub pushes; the feed is polled seldom, for safety.</summary>
    Active,
    /// <summary>The hub confirmed, but a poll found what it had not pushed; polled as usual until it pushes again.</summary>
    Silent,
    /// <summary>The hub refused, or ended the subscription; it is asked again after a day.</summary>
    Denied,
    /// <summary>The lease ran out before the hub confirmed another; it is asked again.</summary>
    Lapsed,
    /// <summary>The hub could not be asked, or did not confirm; it is asked again, at growing intervals.</summary>
    Failed,
    /// <summary>This server has no public address that a hub could call: Sources:CallbackUrl or Api:PublicUrl gives one.</summary>
    Unaddressed,
}
