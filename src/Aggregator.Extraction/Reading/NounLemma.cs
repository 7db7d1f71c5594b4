namespace Aggregator.Extraction.Reading;

/// <summary>Singulars of nouns.</summary>
internal static class NounLemma
{
    private static readonly WordPairs s_irregular = WordPairs.Forms(
        """
        child children, person people, foot feet, tooth teeth, goose geese, mouse mice, ox oxen, woman women, leaf leaves, wife wives,
        life lives, knife knives, half halves, wolf wolves, shelf shelves, thief thieves, loaf loaves, calf calves, elf elves,
        self selves, scarf scarves, hoof hooves, housewife housewives, midwife midwives, analysis analyses, crisis crises, basis bases,
        thesis theses, hypothesis hypotheses, diagnosis diagnoses, emphasis emphases, oasis oases, axis axes, parenthesis parentheses,
        criterion criteria, phenomenon phenomena, curriculum curricula, bacterium bacteria, memorandum memoranda, referendum
        referenda, stratum strata, nucleus nuclei, stimulus stimuli, fungus fungi, alumnus alumni, syllabus syllabi, cactus cacti,
        appendix appendices, index indices, matrix matrices, vertex vertices, bus buses busses, gas gases gasses, quiz quizzes,
        lie lies, tie ties, die dies, pie pies, movie movies, cookie cookies, zombie zombies, rookie rookies, calorie calories, hippie
        hippies, selfie selfies, cabbie cabbies, shoe shoes, toe toes, foe foes, woe woes, canoe canoes, hoe hoes, horseshoe horseshoes,
        ache aches, headache headaches, cache caches, niche niches, avalanche avalanches, axe axes, lens lenses, atlas atlases,
        alias aliases, bias biases, canvas canvases, pancreas pancreases, penis penises, iris irises, tennis tennis, cow kine,
        apocalypse apocalypses, jihadi jihadis, taxi taxis, ski skis
        """);

    /// <summary>Nouns that end in s and are no plurals, or are the same in both.</summary>
    private static readonly WordPairs s_whole = WordPairs.Words(
        """
        news series species means politics physics mathematics maths economics ethics athletics gymnastics headquarters barracks
        crossroads diabetes measles rabies mumps aids hiv/aids corps chaos cosmos ethos pathos asbestos rhinoceros gallows
        aerobics linguistics genetics mechanics dynamics logistics acoustics classics mathematics electronics obstetrics pediatrics
        lens canvas atlas alias bias gas christmas pancreas has was its this thus yes plus texas kansas overseas perhaps
        whereabouts shambles innings afterwards semantics robotics avionics analytics forensics optics aeronautics homiletics
        thanks premises proceeds remains clothes pyjamas outskirts trousers scissors goods arms
        """);

    private static readonly WordPairs s_menAreNotMan = WordPairs.Words("specimen regimen omen abdomen acumen semen bitumen stamen hymen yemen amen");

    /// <summary>Puts the singular of a lower-cased noun in place.</summary>
    internal static int Write(ReadOnlySpan<char> word, Span<char> lemma)
    {
        if (s_irregular.TryGet(word, out var found)) return Lemmatizer.Put(found, lemma);
        if (word.Length > 4 && word.EndsWith("men") && !s_menAreNotMan.Contains(word))
        {
            lemma[word.Length - 2] = 'a';
            return word.Length;
        }
        if (word.Length < 3 || word[^1] != 's' || word[^2] is 's' or 'u' or 'i' or '\'' || s_whole.Contains(word)) return word.Length;
        if (!word.EndsWith("es")) return word.Length - 1;
        if (word.EndsWith("ies") && word.Length > 4)
        {
            lemma[word.Length - 3] = 'y';
            return word.Length - 2;
        }
        return word.Length - (TakesEs(word[..^2]) ? 2 : 1);
    }

    /// <summary>Whether a stem makes its plural with -es.</summary>
    private static bool TakesEs(ReadOnlySpan<char> stem)
    {
        if (stem.Length < 2) return false;
        return stem[^1] switch
        {
            'x' => true,
            'h' => stem[^2] is 's' or 'c' or 't' && stem is not ("clot" or "bath"),
            's' => stem[^2] is 's' || stem is "campus"
                || (stem[^2] == 'u' && stem.Length > 4 && stem[^3] is not ('o' or 'a' or 'c' or 'b' or 'm' or 'f')),
            'z' => stem[^2] is 'z' or 't',
            'o' => stem[^2] is not ('o' or 'i' or 'e'),
            _ => false,
        };
    }
}
