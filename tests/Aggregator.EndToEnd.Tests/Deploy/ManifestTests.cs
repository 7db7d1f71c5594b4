using Aggregator.Serving;
using k8s;
using k8s.Models;
using Xunit;

namespace Aggregator.Deploy;

/// <summary>The manifests for Kubernetes, read by its own client, which takes no member that it does not know.</summary>
public class ManifestTests
{
    private static readonly IReadOnlyList<object> Objects = [.. KubernetesYaml.LoadAllFromString(File.ReadAllText(Repository.Find("deploy/kubernetes/aggregator.yaml")), typeMap: null, strict: true)];

    [Fact]
    public void Deployment_Pods_CarryWhatOrleansFindsThemBy()
    {
        var template = One<V1Deployment>().Spec.Template;
        var container = Assert.Single(template.Spec.Containers);
        var variables = container.Env.ToDictionary(variable => variable.Name);
        Assert.Equal("aggregator", template.Metadata.Labels["orleans/serviceId"]);
        Assert.Equal("aggregator", template.Metadata.Labels["orleans/clusterId"]);
        Assert.Equal("aggregator", variables["ORLEANS_SERVICE_ID"].Value);
        Assert.Equal("aggregator", variables["ORLEANS_CLUSTER_ID"].Value);
        Assert.Equal("metadata.name", variables["POD_NAME"].ValueFrom.FieldRef.FieldPath);
        Assert.Equal("metadata.namespace", variables["POD_NAMESPACE"].ValueFrom.FieldRef.FieldPath);
        Assert.Equal("status.podIP", variables["POD_IP"].ValueFrom.FieldRef.FieldPath);
        Assert.Equal("true", variables["AGGREGATOR_Cluster__Kubernetes"].Value);
        Assert.Contains(container.Ports, port => port.ContainerPort == 11_111);
        Assert.Contains(container.Ports, port => port.ContainerPort == 30_000);
    }

    [Fact]
    public void Deployment_Container_HasProbesAndMayWriteNothingButItsTemporaryFolder()
    {
        var pod = One<V1Deployment>().Spec.Template.Spec;
        var container = Assert.Single(pod.Containers);
        Assert.True(pod.SecurityContext.RunAsNonRoot);
        Assert.True(container.SecurityContext.ReadOnlyRootFilesystem);
        Assert.False(container.SecurityContext.AllowPrivilegeEscalation);
        Assert.Equal("/readyz", container.ReadinessProbe.HttpGet.Path);
        Assert.Equal("/healthz", container.LivenessProbe.HttpGet.Path);
        Assert.NotNull(container.StartupProbe);
        // Longer than a node takes to hand over what it holds, at most.
        Assert.True(pod.TerminationGracePeriodSeconds > Hosting.AggregatorHost.ShutdownTimeout.TotalSeconds);
    }

    [Fact]
    public void Others_PointAtTheDeployment()
    {
        var deployment = One<V1Deployment>();
        var labels = deployment.Spec.Template.Metadata.Labels;
        Assert.All(One<V1Service>().Spec.Selector, label => Assert.Equal(label.Value, labels[label.Key]));
        Assert.All(One<V1PodDisruptionBudget>().Spec.Selector.MatchLabels, label => Assert.Equal(label.Value, labels[label.Key]));
        Assert.All(One<V1NetworkPolicy>().Spec.PodSelector.MatchLabels, label => Assert.Equal(label.Value, labels[label.Key]));
        var scaler = One<V2HorizontalPodAutoscaler>().Spec;
        Assert.Equal(deployment.Metadata.Name, scaler.ScaleTargetRef.Name);
        Assert.Contains(scaler.Metrics, metric => metric.Pods?.Metric.Name == "aggregator_inbox_lag_seconds");
        var account = One<V1ServiceAccount>().Metadata.Name;
        Assert.Equal(account, deployment.Spec.Template.Spec.ServiceAccountName);
        Assert.Equal(account, Assert.Single(One<V1RoleBinding>().Subjects).Name);
        Assert.Equal(One<V1Role>().Metadata.Name, One<V1RoleBinding>().RoleRef.Name);
    }

    private static T One<T>() => Assert.Single(Objects.OfType<T>());
}
