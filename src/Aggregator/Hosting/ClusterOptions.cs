using System.ComponentModel.DataAnnotations;

namespace Aggregator.Hosting;

/// <summary>How this process is found in its cluster, and when another is given up; configuration section <c>Cluster</c>.</summary>
internal sealed class ClusterOptions
{
    /// <summary>The address that other nodes reach this one by. Default: the one that this machine's name resolves to.</summary>
    [RegularExpression("[0-9a-fA-F:.]{2,45}")] public string? Address { get; set; }

    /// <summary>The port for other silos. Default 11,111.</summary>
    [Range(1, 65_535)] public int SiloPort { get; set; } = 11_111;

    /// <summary>The port for API nodes. Default 30,000.</summary>
    [Range(1, 65_535)] public int GatewayPort { get; set; } = 30_000;

    /// <summary>Seconds that a probed node has for its answer, and between probes. Default 1.</summary>
    [Range(0.1, 60)] public double ProbeSeconds { get; set; } = 1;

    /// <summary>Probes in a row that a node may miss before another votes it out. Default 2.</summary>
    [Range(1, 100)] public int MissedProbeCountMax { get; set; } = 2;

    /// <summary>
    /// Nodes that must find another silent before it is voted out. Default 1: where two nodes are left neither could find a second vote. Orleans'
    /// own default is 2.
    /// </summary>
    [Range(1, 10)] public int VoteCount { get; set; } = 1;

    /// <summary>
    /// True on Kubernetes, where a node whose pod is gone is given up at once: the pod's account must be let read pods, and the pod needs the labels and
    /// variables that <c>deploy/kubernetes</c> sets. Default false.
    /// </summary>
    public bool Kubernetes { get; set; }
}
