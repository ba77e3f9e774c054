"""Which types a sentence tells, and no more: what is demanded, supposed or was to have been is not done, things do nothing, and
words that are figures of speech or stand for something else tell no act. Each with a sentence near it that does tell one.
"""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

# A text, and every act of it with "-" before those that it says were not done.
CASES: list[tuple[str, list[str]]] = [
    # what is demanded or suggested
    ("Kenya's president dismissed opposition demands that he resign.", ["REJECT"]),
    ("Peru's government ignored a UN demand that it dissolve the militias in Lima.", ["REJECT"]),
    ("Kenya's president bowed to opposition demands and resigned.", ["CONCEDE", "RETREAT"]),
    ("Ghana's premier suggested to Togo that the two countries go back to the table.", []),
    # what was to have been, what may be, and nothing
    ("Chile and Peru were to have exercised together off Callao in May.", ["-COOPERATE"]),
    ("Rebels who laid down their arms would be pardoned, Mali's minister said.", ["CONCEDE"]),
    ("The rebels laid down their arms in Mali on Sunday.", ["RETREAT"]),
    ("Yemeni rebels seized control of no port.", ["-COERCE"]),
    ("Greek warplanes dropped nothing on the Turkish trawlers.", ["-ASSAULT"]),
    # what is only threatened or feared, and support that nobody sends
    ("Togo goes on with its threats of invasion against Benin.", ["THREATEN"]),
    ("Togo goes on with its invasion of Benin.", ["ASSAULT"]),
    ("Togo resorted to threats against Benin.", ["THREATEN"]),
    ("Togo resorted to prayers for Benin.", []),
    ("The struggle of Togo is winning wide support in the world.", []),
    ("Togo won the support of Benin for its bid.", ["SUPPORT"]),
    # what a question takes for granted
    ("How do relations between Chad and Peru stand after Chadian President Idriss Deby's visit to Peru?", ["CONSULT"]),
    ("What do you expect of Chadian President Idriss Deby's visit to Peru?", []),
    # things and weather
    ("Japan sent doctors to Chile after the quake that killed hundreds in Concepcion.", ["AID"]),
    ("Fiji charged passengers a departure tax.", []),
    ("Fiji charged two passengers with smuggling.", ["ACCUSE"]),
    ("A bus overturned near Arusha in Tanzania on Friday, killing nine schoolchildren.", []),
    ("Gunmen raided a market in Arusha in Tanzania on Friday, killing nine traders.", ["ASSAULT"]),
    ("Weakened by months of street marches, Peru's president stepped down.", ["RETREAT"]),
    ("Italian doctors treated villagers injured by a cloud of gas in Malawi.", ["AID"]),
    ("Copper futures rallied in London on reports from Chile.", []),
    ("Thousands rallied in London against the Chilean general's visit.", ["PROTEST"]),
    ("A strike called to bring down the Peruvian president shut the ports.", ["PROTEST"]),
    # particles and figures
    ("Bolivia's delegation stormed out after an hour.", []),
    ("Bolivia's soldiers stormed the hall after an hour.", ["ASSAULT"]),
    ("The rocket carrying an Indian satellite blasted off on Friday.", []),
    ("Greek and Turkish mayors buried their rivalries.", []),
    ("Chilean women locked arms around the ministry in Santiago.", []),
    ("The Danish band stormed the charts in Germany.", []),
    ("The Kenyan officer pulled the trigger.", []),
    ("The Finn turned down the radio.", []),
    ("Finland turned down the offer of a Danish bank.", ["REJECT"]),
    ("A dog rounded up stray sheep in Uruguay.", []),
    ("Police rounded up thirty strikers in Uruguay.", ["COERCE"]),
    # animals, food, the sky, and whoever is one of a people
    ("The Dutch recipe demands two lemons.", []),
    ("Hunger drove the Romanian wolves out of the forest.", []),
    ("The dog recognised its Norwegian master.", []),
    ("A column of Rwandan soldiers moved towards Goma in Congo.", ["MOBILIZE"]),
    ("The Zambian supports Arsenal.", []),
    ("Zambia supports Malawi's claim.", ["SUPPORT"]),
    ("A fire destroyed a Ghanaian village.", []),
    ("Rebel fire destroyed a Ghanaian village.", ["ASSAULT"]),
    ("A gas blast killed two Polish bakers.", []),
    ("A bomb blast killed two Polish bakers.", ["ASSAULT"]),
    ("In the film a Russian agent stabs a Danish banker.", []),
    ("A court in Lusaka acquitted the Zambian mayor.", ["-SANCTION"]),
    ("A court in Lusaka convicted the Zambian mayor.", ["SANCTION"]),
    # one's own, by force, and what polls say
    ("Kazakhstan destroyed the last of its missiles on Friday.", ["RETREAT"]),
    ("Armenia destroyed Azeri missiles on Friday.", ["ASSAULT"]),
    ("Zambia closed its trade office in Luanda.", ["SANCTION"]),
    ("The Ecuadorean president boarded a Cuban plane.", []),
    ("Ecuadorean marines boarded a Cuban tanker.", ["COERCE"]),
    ("Opinion polls suggest that Swedes would support NATO.", []),
    ("Peruvian commandos freed the Bolivian consul and drove him home.", ["AID"]),
    # who does it
    ("Crowds armed with machetes stood outside the embassy of Chad in Niamey.", []),
    ("France armed the rebels in Chad with rifles.", ["AID"]),
    ("Soldiers backed by helicopters attacked a Kenyan village.", ["ASSAULT"]),
    ("Austria backed Italy in the vote.", ["SUPPORT"]),
    ("Hijackers held the Indian passengers of the jet for a week.", ["ASSAULT"]),
    ("Police held the Indian passengers of the jet for a week.", ["COERCE"]),
    # words that stand for something else
    ("Whether the bishop would go was the talk of Peru's cafes.", []),
    ("The guarding of the summit was the largest task that France's police had had in years.", []),
    ("Kenya threw cold water on a Ugandan offer.", ["REJECT"]),
    ("Pilgrims came down from the hills of Nepal.", []),
    ("Nepal's police came down hard on the pilgrims.", ["COERCE"]),
    ("Peru's government gave the army powers to search houses.", []),
    ("Let the ministry publish the contracts with the Danish banks, Kenya's auditor urged.", ["REQUEST"]),
]


@pytest.mark.parametrize(("text", "types"), CASES)
def test_types(coder: Coder, text: str, types: list[str]) -> None:
    told = ["-" * (e.modality == "negated") + e.event for e in events(coder, text)]
    assert sorted(set(told)) == sorted(types)
