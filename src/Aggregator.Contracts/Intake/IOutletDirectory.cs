namespace Aggregator.Intake;

/// <summary>Knows news outlets and agencies, and under which family each speaks. Safe for use by many threads.</summary>
public interface IOutletDirectory
{
    /// <summary>An outlet by its name, another name of it, or its domain; null for one that is not known.</summary>
    /// <param name="nameOrDomain">As an article or a feed gives it.</param>
    OutletStanding? Find(string nameOrDomain);
}
