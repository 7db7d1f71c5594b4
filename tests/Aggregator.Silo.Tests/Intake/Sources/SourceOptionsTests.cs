using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Aggregator.Intake;

public sealed class SourceOptionsTests
{
    [Fact]
    public void Validate_Defaults_AreValid() => Assert.Empty(Faults(_ => { }));

    [Fact]
    public void Validate_WhatCannotBe_IsNamed()
    {
        Assert.Contains("AllowedNetworks", Assert.Single(Faults(options => options.AllowedNetworks = ["localhost"])));
        Assert.Contains("ContactUrl", Assert.Single(Faults(options => options.ContactUrl = "me@host.example")));
        Assert.Contains("IntervalMax", Assert.Single(Faults(options => options.IntervalMinMinutes = 500)));
        Assert.Contains("PatienceMax", Assert.Single(Faults(options => options.PatienceMaxMinutes = 60)));
        Assert.Contains("SizeMax", Assert.Single(Faults(options => options.Limits.SizeMax = 1)));
        Assert.Contains("RequestSeconds", Assert.Single(Faults(options => options.RequestSeconds = 0)));
    }

    [Fact]
    public void Bind_FromConfiguration_ReachesListsAndLimits()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Sources:AllowedNetworks:0"] = "10.0.0.0/8", ["Sources:AllowedNetworks:1"] = "fd00::/8", ["Sources:Limits:SizeMax"] = "20000",
        }).Build();
        var options = new SourceOptions();
        configuration.GetSection("Sources").Bind(options);
        Assert.Equal(["10.0.0.0/8", "fd00::/8"], options.AllowedNetworks);
        Assert.Equal(20_000, options.Limits.SizeMax);
    }

    private static List<string> Faults(Action<SourceOptions> change)
    {
        var options = new SourceOptions();
        change(options);
        var faults = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true);
        return [.. faults.Select(fault => fault.ErrorMessage!)];
    }
}
