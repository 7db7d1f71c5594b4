using Xunit;

namespace Aggregator.Extraction.Frames;

/// <summary>Short sentences whose verb, subject or receiver the parser loses: sentences of our own.</summary>
public sealed class LostVerbTableTests
{
    [Theory]
    [InlineData("A quake shook Ecuador on Sunday.", "disaster", "", "ECU", "occurred")]
    [InlineData("Malawi denies backing the rebels.", "rejection", "MWI", "", "occurred")]
    [InlineData("The UK suspended aid to Eritrea.", "sanction", "GBR", "ERI", "occurred")]
    [InlineData("Norway froze aid to Mali.", "sanction", "NOR", "MLI", "occurred")]
    [InlineData("Latvia scrambled jets as Russian bombers neared its border.", "deployment", "LVA", "", "occurred")]
    [InlineData("Tajikistan's Rahmon pardoned nine prisoners.", "concession", "TJK", "TJK", "occurred")]
    [InlineData("Chad, accused by Sudan of arming fighters, rejected the claim.", "rejection", "TCD", "", "occurred")]
    [InlineData("Clashes between the Malian army and rebels broke out in Kidal.", "attack", "MLI", "MLI", "occurred")]
    [InlineData("The African Development Bank granted Gabon a loan of 20 million dollars.", "aid", "IGO:AFDB", "GAB", "occurred")]
    [InlineData("The Chilean and Peruvian foreign ministers held talks in Arica.", "meeting", "CHL,PER", "", "occurred")]
    [InlineData("Peru and Bolivia sat down for talks in Quito.", "meeting", "BOL,PER", "", "occurred")]
    [InlineData("Kenya hosted talks between Sudan and Chad.", "meeting", "KEN,SDN,TCD", "", "occurred")]
    [InlineData("Ghana and Togo agreed on a date for a summit of their leaders.", "meeting", "GHA,TGO", "", "planned")]
    [InlineData("The two presidents of Kenya and Chad discussed Somalia in a phone call.", "call", "KEN,TCD", "", "occurred")]
    [InlineData("Chinese troops left Djibouti on Monday.", "withdrawal", "CHN", "DJI", "occurred")]
    [InlineData("The parliament of Chad voted to expel Sudanese diplomats.", "sanction", "TCD", "SDN", "planned")]
    [InlineData("Ghana's army said two of its pilots had been captured.", "coercion", "", "GHA", "occurred")]
    [InlineData("Iran said on Monday it is ready to launch a satellite.", "deployment", "IRN", "", "planned")]
    public void Extract_ShortSentence_TellsItsHappening(string text, string kind, string actors, string recipients, string status) => Told.Has(text, kind, actors, recipients, status);

    [Theory]
    [InlineData("Had Chad attacked, Sudan would have answered.", "attack")]
    [InlineData("A singer was hurt by a falling lamp at a rally in Lima.", "protest")]
    [InlineData("The Zambian opposition chose a new leader.", "disapproval")]
    public void Extract_WhatDidNotHappenSo_IsNotTold(string text, string kind) => Told.HasNo(text, kind);
}
