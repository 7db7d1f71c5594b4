namespace Aggregator.Extraction.Figures;

/// <summary>Makes figures of what the rules have found in a sentence.</summary>
internal static class FigureBuilder
{
    private const int LimbAtomsMax = 9;

    /// <summary>Adds a sentence's figures to a list. Groups that suffered the same, named side by side, make one figure where nothing sets them apart.</summary>
    internal static void Build(FigureSentence sentence, List<FigureReading> into)
    {
        var found = sentence.Found;
        found.Sort((a, b) => sentence.Groups[a.Group].First.CompareTo(sentence.Groups[b.Group].First));
        for (var i = 0; i < found.Count;)
        {
            var end = i + 1;
            while (end < found.Count && AreOne(sentence, found[end - 1], found[end])) end++;
            // One who is flown home ill is no displaced person.
            if (found[i].Measure == CasualtyMeasure.Displaced && sentence.Groups[found[i].Group].Count is { Low: 1, High: 1 })
            {
                i = end;
                continue;
            }
            var reading = One(sentence, found, i, end);
            // "killing six civilians and wounding 120": the number alone is of the same people.
            if (reading.Sort == PeopleSort.NumberOnly && reading.Figure.Who is null && i > 0 && !found[i].IsToll) reading = reading with { Figure = reading.Figure with { Who = into[^1].Figure.Who } };
            into.Add(reading.IsPart && i > 0 ? Inherit(reading, into[^1]) : reading);
            i = end;
        }
    }

    /// <summary>A part is of the whole's nationality, and of its group where it names none of its own.</summary>
    private static FigureReading Inherit(FigureReading part, FigureReading whole) => part with
    {
        Figure = part.Figure with { Nationality = part.Figure.Nationality ?? whole.Figure.Nationality, Who = part.Figure.Who ?? whole.Figure.Who, Place = part.Figure.Place ?? whole.Figure.Place },
    };

    private static bool AreOne(FigureSentence sentence, in Harmed left, in Harmed right)
    {
        if (left.Measure != right.Measure || left.First != right.First || left.IsPart != right.IsPart) return false;
        var (a, b) = (sentence.Groups[left.Group], sentence.Groups[right.Group]);
        var atoms = sentence.Atoms;
        for (var i = a.Last + 1; i < b.First; i++)
            if (atoms[i].Kind == AtomKind.Word && !atoms[i].Is(Sense.Conjunction)) return false;
        // "an officer and two others" are three people; "two officers and three nurses" are two figures.
        var mixes = a.Sort == PeopleSort.Indefinite && b.Who is null && b.Head >= 0 && sentence.Atoms[b.Head].Is(Sense.Others);
        var singles = a.Count is { Low: 1, High: 1 } && b.Count is { Low: 1, High: 1 };
        if (!IsOfOneNation(atoms, a, b)) return false;
        return (!IsRole(a.Who) && !IsRole(b.Who)) || a.Who == b.Who || mixes || singles;
    }

    /// <summary>"60 Israelis and 1,800 Palestinians": two counted peoples by name are two figures.</summary>
    private static bool IsOfOneNation(Atoms atoms, in PeopleGroup a, in PeopleGroup b) =>
        a.Sort != PeopleSort.Counted || b.Sort != PeopleSort.Counted || a.Head < 0 || b.Head < 0
        || !atoms[a.Head].Capital || !atoms[b.Head].Capital || atoms.Form(a.Head).Equals(atoms.Form(b.Head), StringComparison.OrdinalIgnoreCase);

    private static bool IsRole(CountedGroup? who) => who is not (null or CountedGroup.Child);

    private static FigureReading One(FigureSentence sentence, List<Harmed> found, int from, int to)
    {
        var harmed = found[from];
        var (first, last) = (sentence.Groups[harmed.Group], sentence.Groups[found[to - 1].Group]);
        var count = harmed.Count ?? first.Count!;
        var (qualifier, who, sort) = (first.Qualifier, harmed.Who ?? first.Who, first.Sort);
        if (to > from + 1 && !IsApposition(sentence, found, from, to))
        {
            for (var i = from + 1; i < to; i++)
            {
                var next = sentence.Groups[found[i].Group];
                count = Sum(count, next.Count!);
                who = who == next.Who ? who : null;
                sort = next.Sort < sort ? next.Sort : sort;
            }
            qualifier = Qualify(count, qualifier);
        }
        else if (harmed.Count is { High: null } && first.Count?.High is not null) qualifier = FigureQualifier.AtLeast;
        var atoms = sentence.Atoms;
        var reading = new FigureReading
        {
            Figure = new CasualtyFigure { Measure = harmed.Measure, Count = count, Qualifier = qualifier, Who = who },
            Evidence = atoms.Span(Math.Min(first.First, harmed.First), Math.Max(last.Last, harmed.Last)),
            Sentence = sentence.Index, TriggerToken = atoms[harmed.Last].Token, VictimToken = atoms[first.Head >= 0 ? first.Head : first.Last].Token,
            Sort = sort, IsBlow = harmed.IsBlow && !IsSurvived(atoms, harmed.Last), IsPart = harmed.IsPart, Rule = harmed.Rule, Name = NameOf(atoms, first),
            Described = PeopleDescription.Of(atoms, first), IsPlain = first.Head < 0 || PeopleDescription.IsPlain(atoms, first), IsFurther = to == from + 1 && PeopleDescription.IsFurther(atoms, first),
        };
        return FigureContext.Complete(sentence, first, reading, sentence.Mentions);
    }

    /// <summary>"shot in the leg", "shot twice but survived": a blow that did not kill.</summary>
    private static bool IsSurvived(Atoms atoms, int from)
    {
        for (var i = from + 1; i < from + LimbAtomsMax && !atoms[i].IsMark('.') && !atoms[i].IsMark(';'); i++)
            if (atoms[i].Is(Cue.Limb) || (atoms[i].Is(Cue.Survive) && !atoms[i - 1].Is(Sense.Not))) return true;
        return false;
    }

    /// <summary>"two sailors, Jan Berg and Ole Dahl," says two, not four; "her brother, Jan Berg," says one.</summary>
    private static bool IsApposition(FigureSentence sentence, List<Harmed> found, int from, int to)
    {
        var first = sentence.Groups[found[from].Group];
        if (!sentence.Atoms[first.Last + 1].IsMark(',') && !sentence.Atoms[first.Last + 1].IsMark('-')) return false;
        if (IsNamedAside(sentence, found, from, to)) return true;
        if (sentence.Atoms[first.Last + 2].Kind == AtomKind.Digits && !sentence.Atoms[first.Last + 3].IsMark('-')) return false;
        long rest = 0;
        for (var i = from + 1; i < to; i++) rest += sentence.Groups[found[i].Group].Count!.Low ?? 0;
        return first.Count!.Low == rest && (rest > 1 || sentence.Groups[found[from + 1].Group].Sort == PeopleSort.Definite || first.Sort == PeopleSort.Definite);
    }

    /// <summary>"The suspect, Jan Berg, a citizen of Norway,": one, told of three times, since nothing joins them.</summary>
    private static bool IsNamedAside(FigureSentence sentence, List<Harmed> found, int from, int to)
    {
        var known = false;
        for (var i = from; i < to; i++)
        {
            var people = sentence.Groups[found[i].Group];
            if (people.Count is not { Low: 1, High: 1 }) return false;
            known |= people.Sort == PeopleSort.Definite;
            for (var at = people.Last + 1; i + 1 < to && at < sentence.Groups[found[i + 1].Group].First; at++)
                if (sentence.Atoms[at].Is(Sense.Conjunction) || sentence.Atoms[at].IsMark(';')) return false;
        }
        return known;
    }

    private static string? NameOf(Atoms atoms, in PeopleGroup people) =>
        people.Sort == PeopleSort.Definite && atoms[people.Last] is { Capital: true } last && !last.Is(Sense.Person)
            ? LastWord(atoms.Form(people.Last)) : null;

    private static string LastWord(ReadOnlySpan<char> name) => name[(name.LastIndexOf(' ') + 1)..].ToString();

    private static FigureQualifier Qualify(CountRange count, FigureQualifier plain) =>
        count.High is null ? FigureQualifier.AtLeast : count.Low is null ? FigureQualifier.AtMost : count.Low == count.High ? plain : FigureQualifier.Range;

    private static CountRange Sum(CountRange a, CountRange b)
    {
        var (low, high) = (a.Low + b.Low, a.High + b.High);
        return low is null && high is null ? new CountRange(0, null) : new CountRange(low, high);
    }
}
