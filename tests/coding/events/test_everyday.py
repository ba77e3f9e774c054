"""Everyday prose of sport, trade, weather, the arts, travel and science tells no acts, though it has the verbs of acts."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

NOTHING = [
    # Matches, by their score, by words of the game, or by who plays.
    "England crushed Wales 40-3 in Cardiff on Saturday.",
    "Ghana conceded two goals to Egypt before the break.",
    "South Africa bombed out of the World Cup after losing to Bangladesh.",
    "Ireland's forwards pounded the Argentine scrum.",
    "The Serbian champion blasted past his Greek opponent in straight sets.",
    "The Dutch coach accused his players of laziness.",
    "The Spanish coach rejected criticism of his substitutions.",
    "The Kenyan athlete apologised to her fans for missing the final.",
    "The Belgian cyclist launched his attack on the final climb.",
    # Firms and trades.
    "A Danish brewer cut ties with its long-standing advertising agency.",
    "The Indian airline ordered sixty planes with longer range.",
    "The Canadian miner struck gold in the north of Ontario.",
    "Dutch growers destroyed surplus tulips when prices collapsed.",
    "Greek shipowners agreed on a joint advertising campaign.",
    # Weather and nature.
    "Heavy snow struck Japan's northern island overnight.",
    "Thunderstorms attacked the coast of Croatia with hail as big as walnuts.",
    "Foreign plants are invading the wetlands of Spain.",
    # The arts.
    "The Brazilian singer rejected rumours of a split.",
    "An Indian film bombed at the box office in London.",
    "The French actress accused her publicist of leaking holiday pictures.",
    "The Italian director praised his American cast.",
    "The Mexican painter demanded silence while she worked.",
    "Turkish soap operas have invaded living rooms across Chile.",
    # Problems, tickets and lost things.
    "Spain's best-known chef attacked the problem with a blowtorch.",
    "A German driver fought a parking ticket for eleven years.",
    "Police in Belgium returned a stolen accordion to a street musician.",
    "A Portuguese judge released the impounded car to its owner.",
    "Fiji destroyed Tonga 52-10 in the opening match.",
    "A Scottish fisherman battled a giant halibut for two hours.",
    "A swarm of bees attacked joggers in a park in Mexico City.",
    "The Danish toy company halted sales of a plastic sword.",
    "The Hungarian jury rejected nine of the ten films.",
    # Science and travel.
    "Swiss physicists bombarded a gold foil with protons.",
    "A Kenyan botanist rejected the theory that the tree is extinct.",
    "A Dutch family toured Vietnam on old bicycles.",
]
# The same people towards those who hold power, and the same words of harm.
TOLD = [
    ("A Chilean actor accused the government of lying.", "ACCUSE"),
    ("Police in Oman arrested a singer on Monday.", "COERCE"),
    ("A car packed with dynamite was blown up by rebels outside a barracks in Peru.", "ASSAULT"),
    ("Chadian musicians marched through the capital against the new tax.", "PROTEST"),
    ("Chad attacked Niger on Saturday.", "ASSAULT"),
    ("Azerbaijan fought Armenia over Karabakh and beat it in the final battle.", "ASSAULT"),
    ("Honduras accused El Salvador of attacking its players after the football match.", "ACCUSE"),
    ("Honduras attacked El Salvador after a football match between their teams.", "ASSAULT"),
    ("Qatar demanded that Egypt release the coach of its national football team.", "REQUEST"),
    ("Mali shelled Niger with 10-15 rockets on Sunday.", "ASSAULT"),
    ("Peruvian farmers destroyed a bridge on Friday.", "ASSAULT"),
]


@pytest.mark.parametrize("text", NOTHING)
def test_everyday_prose_tells_no_act(coder: Coder, text: str) -> None:
    assert not events(coder, text)


@pytest.mark.parametrize(("text", "event"), TOLD)
def test_private_people_act_in_public_matters(coder: Coder, text: str, event: str) -> None:
    assert event in {e.event for e in events(coder, text)}
