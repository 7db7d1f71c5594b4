using Aggregator.Extraction;
using Aggregator.Resolution;
using Aggregator.Wire;

namespace Aggregator.Topics;

/// <summary>What questions can ask of one event, laid out once for all the questions it is put to.</summary>
public sealed class EventTerms
{
    private readonly HashSet<(QuestionField Field, string Value)> _values = [];
    private readonly Dictionary<QuestionField, List<string>> _names = [];
    private readonly string _text;
    private readonly Corroboration _corroboration;

    /// <summary>Lays out an event.</summary>
    /// <param name="newsEvent">The event.</param>
    public EventTerms(NewsEvent newsEvent)
    {
        _corroboration = newsEvent.Corroboration;
        Add(QuestionField.Kind, WireName.From(newsEvent.Kind));
        if (newsEvent.Claims.Length > 0) Add(QuestionField.Kind, WireName.From(EventKind.Casualties));
        Add(QuestionField.Status, WireName.From(newsEvent.Status));
        foreach (var party in newsEvent.Actors) AddParty(QuestionField.Actor, party);
        foreach (var party in newsEvent.Recipients) AddParty(QuestionField.Recipient, party);
        foreach (var name in newsEvent.Names) AddName(QuestionField.Party, name);
        if (newsEvent.Place is { } place) AddPlace(place);
        foreach (var outlet in newsEvent.Outlets) AddName(QuestionField.Outlet, outlet);
        foreach (var report in newsEvent.Reports.Where(report => report.Claimant is not null)) AddName(QuestionField.Claimant, report.Claimant!);
        foreach (var claim in newsEvent.Claims) AddClaim(claim.Figure);
        _text = QuestionTerms.Padded(string.Join(" | ", newsEvent.Reports.SelectMany(report => new[] { report.Title, report.Quote }).Append(newsEvent.Headline).Distinct()));
    }

    /// <summary>Every key that <see cref="QuestionIndex"/> may have filed a matching question under.</summary>
    internal IEnumerable<string> Keys()
    {
        foreach (var (field, value) in _values) yield return IndexKey.Value(field, value);
        foreach (var (field, names) in _names)
            foreach (var word in names.SelectMany(Split).Distinct()) yield return IndexKey.Name(field, word);
        foreach (var word in Split(_text).Distinct()) yield return IndexKey.Name(QuestionField.Word, word);
    }

    /// <summary>True when the event answers the question.</summary>
    /// <param name="question">The question.</param>
    public bool Answers(Question question) => question switch
    {
        Question.All all => all.Parts.All(Answers),
        Question.Any any => any.Parts.Any(Answers),
        Question.Without without => !Answers(without.Part),
        Question.Has has => Has(has.Field, has.Value),
        Question.AtLeast least => Number(least.Number) >= least.Count,
        _ => throw new ArgumentOutOfRangeException(nameof(question), question, "Not a kind of condition."),
    };

    private bool Has(QuestionField field, string value)
    {
        if (field == QuestionField.Word) return _text.Contains($" {value} ", StringComparison.Ordinal);
        if (_values.Contains((field, value))) return true;
        return _names.TryGetValue(field, out var names) && names.Any(name => name.Contains($" {value} ", StringComparison.Ordinal));
    }

    private int Number(QuestionNumber number) => number switch
    {
        QuestionNumber.Articles => _corroboration.ArticleCount,
        QuestionNumber.Outlets => _corroboration.OutletCount,
        QuestionNumber.Voices => _corroboration.VoiceCount,
        QuestionNumber.Claimants => _corroboration.ClaimantCount,
        _ => throw new ArgumentOutOfRangeException(nameof(number), number, "Not a number of an event."),
    };

    private void AddParty(QuestionField field, Party party)
    {
        if (party.Code is { } code)
        {
            Add(field, code.Value);
            Add(QuestionField.Party, code.Value);
        }
        if (party.Name is not { } name) return;
        AddName(field, name);
        AddName(QuestionField.Party, name);
    }

    private void AddPlace(Place place)
    {
        if (place.Country is { } country) Add(QuestionField.Place, country.Value);
        AddName(QuestionField.Place, place.Name);
        if (place.Entry is { } entry) AddName(QuestionField.Place, entry);
    }

    private void AddClaim(CasualtyFigure figure)
    {
        if (figure.Claimant is { } claimant) AddName(QuestionField.Claimant, claimant);
        if (figure.Place is { } place) AddPlace(place);
        if (figure.Nationality is { } nationality) Add(QuestionField.Party, nationality.Value);
    }

    private void Add(QuestionField field, string value) => _values.Add((field, value));

    private void AddName(QuestionField field, string name)
    {
        if (!_names.TryGetValue(field, out var names)) _names.Add(field, names = []);
        names.Add(QuestionTerms.Padded(name));
    }

    private static string[] Split(string padded) => padded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
