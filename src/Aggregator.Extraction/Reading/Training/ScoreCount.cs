namespace Aggregator.Extraction.Reading.Training;

/// <summary>Counts what was read right.</summary>
internal sealed class ScoreCount
{
    private int _words, _tags, _heads, _relations, _subtypes;

    internal void Add(bool tagRight, bool headRight, Relation relation, Relation gold)
    {
        _words++;
        if (tagRight) _tags++;
        if (!headRight) return;
        _heads++;
        if (relation.Main() == gold.Main()) _relations++;
        if (relation == gold) _subtypes++;
    }

    internal ParserScores ToScores() => new(_words, Percent(_tags), Percent(_heads), Percent(_relations), Percent(_subtypes));

    private double Percent(int count) => _words == 0 ? 0 : 100.0 * count / _words;
}
