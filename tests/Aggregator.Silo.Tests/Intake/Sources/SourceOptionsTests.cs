using System.ComponentModel.DataAnnotations;
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

    private static List<string> Faults(Action<SourceOptions> change)
    {
        var options = new SourceOptions();
        change(options);
        var faults = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true);
        return [.. faults.Select(fault => fault.ErrorMessage!)];
    }
}
