using Xunit;

namespace Aggregator.Extraction.Reading;

public sealed class RelationNamesTests
{
    [Fact]
    public void Name_EveryRelation_ReadsBackAsItself()
    {
        Assert.Equal(RelationNames.Count, Enum.GetValues<Relation>().Length);
        Assert.All(Enum.GetValues<Relation>(), relation => Assert.Equal(relation, RelationNames.Parse(relation.Name())));
        Assert.Equal("obl:agent", Relation.OblAgent.Name());
    }

    [Theory]
    [InlineData("nsubj:unheard", Relation.Nsubj)]
    [InlineData("unheard", Relation.Dep)]
    public void Parse_UnknownName_FallsBack(string name, Relation relation) => Assert.Equal(relation, RelationNames.Parse(name));

    [Fact]
    public void Main_Subtype_IsDropped() => Assert.Equal(Relation.Nmod, Relation.NmodPoss.Main());

    [Fact]
    public void TagNames_EveryTag_ReadsBackAsItself()
    {
        Assert.All(Enum.GetValues<Upos>(), tag => Assert.Equal(tag, TagNames.ParseUpos(tag.Name())));
        Assert.All(Enum.GetValues<Penn>(), tag => Assert.Equal(tag, TagNames.ParsePenn(tag.Name())));
        Assert.Equal("PRP$", Penn.PrpPoss.Name());
    }
}
