"""What agencies report, each cause once: headlines without a finite verb, raids abroad, who speaks for whom, frames."""

from __future__ import annotations

import pytest
from labelled import assert_told

from dragoman.coding import Coder

Case = tuple[str, tuple[str, str, str] | None]

# Headlines: the verb is a bare participle, or there is none; two subjects are parted by a comma.
HEADLINES: list[Case] = [
    ("Protests in Athens against pension cuts", ("PROTEST", "GRC", "GRC")),
    ("Clashes in Tripoli after militia raid", ("ASSAULT", "LBY", "LBY")),
    ("Deputy rebel leader killed in Chad", ("ASSAULT", "TCD", "TCD")),
    ("Chadian troops deployed to areas held by rebels", ("MOBILIZE", "TCD", "")),
    ("Refugees killed in boat attack off Libya's coast", ("ASSAULT", "LBY", "LBY")),
    ("Merkel, Macron pledge cooperation on defence", ("AGREE", "DEU FRA", "DEU FRA")),
    ("Trump to visit Japan in May", ("CONSULT", "USA", "JPN")),  # a name that is a verb as well
]
# Whose raid it was, and where; who speaks for whom; whose "its" is.
PARTIES: list[Case] = [
    ("Three civilians were killed in a Saudi airstrike in Yemen.", ("ASSAULT", "SAU", "YEM")),
    ("Rebels were killed in an American air raid on Tuesday near the Somali town of Jilib.", ("ASSAULT", "USA", "SOM")),
    ("Five people died in Russian shelling of Kharkiv.", ("ASSAULT", "RUS", "UKR")),
    ("Ten people were killed in a Kabul blast.", ("ASSAULT", "AFG", "AFG")),
    ("The spokesman for the Kenyan army blamed fighters from Somalia for the bombings.", ("ACCUSE", "KEN", "SOM")),
    ("The Danish navy took the island from Sweden.", ("COERCE", "DNK", "SWE")),
    ("Chile's premier plans to send doctors to Peru after meeting with a Chadian envoy.", ("CONSULT", "CHL TCD", "CHL TCD")),
    ("Two Kenyans are to be deported from Mali on Friday.", ("THREATEN", "MLI", "KEN")),
]
FRAMES: list[Case] = [
    ("Li is leading a Chinese delegation to the European Union.", ("CONSULT", "CHN", "EU")),
    ("Chadian police handed the deserter over to the Malian authorities.", ("COOPERATE", "TCD", "MLI")),
    ("Two Polish consuls were declared personae non gratae by Peru.", ("SANCTION", "PER", "POL")),
    ("The Kremlin called the remarks of the British minister offensive.", None),
    ("Norway has stepped up its support for Kenya's farmers.", ("SUPPORT", "NOR", "KEN")),
    ("Norway spent 40 million kroner in aid to Malawi.", ("AID", "NOR", "MWI")),
    ("Chad has also deployed military instructors to Mali.", ("AID", "TCD", "MLI")),
    ("Chadian troops have deployed to the border.", ("MOBILIZE", "TCD", "")),
    ("Peru has scrapped its visa-free arrangement with Chile.", ("SANCTION", "PER", "CHL")),
    (
        'The Kenyan premier called for both sides in Somalia to lay down arms: "No one wants more war."',
        ("REQUEST", "KEN", "SOM"),
    ),
    ("Kenyan police officers refused to work on Monday, demanding higher pay.", ("PROTEST", "KEN", "KEN")),
    ("The Iranian frigates have entered the Gulf of Aden.", ("MOBILIZE", "IRN", "")),
    ("The North Korean leader oversaw a test of a new rocket engine.", ("MOBILIZE", "PRK", "")),
    ("Chadian policemen carried out the killings, a rights group says.", ("ASSAULT", "TCD", "TCD")),
    ("Iran is playing with fire, the American president said.", ("ACCUSE", "USA", "IRN")),
    ("Lima called the Chilean patrols absolutely intolerable.", ("ACCUSE", "PER", "CHL")),
    ("Kenyan unions united in condemning Uganda's tariffs.", ("ACCUSE", "KEN", "UGA")),
    ("Afghan militiamen said they would hand over the stronghold of Herat to tribal elders.", ("CONCEDE", "AFG", "AFG")),
]
# What is asked, expected and left open; who takes people in; whose camp it is.
SAID: list[Case] = [
    ("It is time for Chad to withdraw its troops, the Malian premier said.", ("REQUEST", "MLI", "TCD")),
    ("The American president declined to rule out military action against Iran.", ("THREATEN", "USA", "IRN")),
    ("The resolution calls on Israel to cease all settlement activities.", ("REQUEST", "", "ISR")),
    ("Kenyan prosecutors plan to question the ousted president next week.", ("ACCUSE", "KEN", "KEN")),
    ("The American president has started a war of words with a Kenyan senator.", ("ACCUSE", "USA", "KEN")),
    (
        "Chad wants peace, Foreign Minister Ali Dow said on Tuesday after talks with his Russian counterpart.",
        ("CONSULT", "RUS TCD", "RUS TCD"),
    ),
    ("Moscow and Ankara will soon set up a joint group for monitoring forces in Syria.", ("AGREE", "RUS TUR", "RUS TUR")),
    ("The attack started with a suicide bombing at the gate of a hospital in central Kabul.", ("ASSAULT", "", "AFG")),
    ("Nauru took 900 asylum seekers from Chad.", ("AID", "NRU", "TCD")),
    ("An Iraqi doctor is being held at Sydney's detention centre.", ("COERCE", "AUS", "IRQ")),
]
# Who announces an arrest made it; who should have done otherwise is blamed; votes, verdicts, clashes, calls between two.
TOLD: list[Case] = [
    ("Three Chadians were charged with murder, Malian prosecutors said.", ("ACCUSE", "MLI", "TCD")),
    ("Three Chadians have been arrested, police in Mali said.", ("COERCE", "MLI", "TCD")),
    ("Poland should have closed the border, the German chancellor said.", ("ACCUSE", "DEU", "POL")),
    ("Mexico is not going to pay for the wall, its president said.", ("REJECT", "MEX", "")),
    ("Deputies in Chad voted for lifting the ban on rallies.", ("CONCEDE", "TCD", "TCD")),
    ("A Moscow court issued a verdict against the opposition leader on Monday.", ("SANCTION", "RUS", "RUS")),
    ("North Korea's deputy UN ambassador condemned the United States.", ("ACCUSE", "PRK", "USA")),
    ("Kenya was in crisis after thousands demonstrated against a government measure.", ("PROTEST", "KEN", "KEN")),
    (
        "Trade was discussed during a telephone conversation between the Russian and Jordanian foreign ministers.",
        ("CONSULT", "JOR RUS", "JOR RUS"),
    ),
    ("Syrian forces are engaged in fierce clashes with rebels on the edge of Damascus.", ("ASSAULT", "SYR", "SYR")),
    ("Clashes erupted in cities across Turkey.", ("ASSAULT", "", "TUR")),
    ("The Pentagon wants more talks with Russia on the safety of flights.", ("REQUEST", "USA", "RUS")),
]
# Two officials whom the parser made one; courts, unions and helpers.
MORE: list[Case] = [
    (
        "Russian Prime Minister Dmitry Medvedev and Slovenian President Borut Pahor will discuss trade, the service said.",
        ("CONSULT", "RUS SVN", "RUS SVN"),
    ),
    ("A Venezuelan appeared in a French court on Monday over a deadly attack in Paris.", ("ACCUSE", "FRA", "VEN")),
    ("Russia, Iran set to sign railway contract", ("AGREE", "IRN RUS", "IRN RUS")),
    ("Both the German and Namibian governments rejected talks with Chad.", ("REJECT", "DEU NAM", "TCD")),
    ("The body has been released to North Korea, the Malaysian prime minister said.", ("RETREAT", "MYS", "PRK")),
    ("A Palestinian was killed in a firefight with Israeli forces in Nablus.", ("ASSAULT", "ISR", "PSE")),
    ("Poland's leader claimed that the Lithuanian envoy had interfered in Polish politics.", ("ACCUSE", "POL", "LTU")),
    ("A Kenyan judge has put the president's decree on hold.", ("REJECT", "KEN", "KEN")),
    ("A Russian-U.S. working group held a videoconference on Wednesday.", ("CONSULT", "RUS USA", "RUS USA")),
    ("Kenya scrambled two jets to intercept an Ethiopian plane.", ("MOBILIZE", "KEN", "ETH")),
    ("Police in Kenya want to question a Ugandan diplomat.", ("ACCUSE", "KEN", "UGA")),
    ("Kenya's senate questioned the validity of the president's decree.", ("ACCUSE", "KEN", "KEN")),
    ("The opposition leader appeared in a Moscow court, a day after being detained at a rally.", ("COERCE", "RUS", "RUS")),
    ("Teachers in Lima are participating in the protests.", ("PROTEST", "PER", "PER")),
    ("Beijing hit back at Washington over the tariffs.", ("ACCUSE", "CHN", "USA")),
]
NONE: list[Case] = [
    ("There are fears that Chad will invade Mali.", None),
    ("Thousands of police officers have returned to work in Brazil.", None),
    ("Kenya submitted a brief to the American court.", None),
    ("Dozens of Afghans were killed in avalanches in the north.", None),
    ("Australia's treasurer warned that growth is dependent on exports.", None),
    ("The shuttle blasted off from the American space centre.", None),
    ("US ties with Chad are being questioned.", None),
    ("Chad's guard rejected information that it had set up a unit.", None),
    ("Ten Malians were killed when a thunderstorm struck the valley.", None),
    ("A man claimed to be carrying a bomb in Lima.", None),
    ("He spoke in English for the final word.", None),
    ("Malaysia will not stand for such activities, its minister said.", None),
    ("Fans in Moscow demonstrated their ability to laugh.", None),
    ("The premier of Chad dismissed reports that his aides had met the Russian envoy.", None),
    ("When asked whether his predecessor was behind it, the American president laughed.", None),
    ("The minister, when asked to comment on remarks by a Russian deputy, fell silent.", None),
    ("Chad expects that oil imports from Russia will grow.", None),
    ("Tariffs should rise after Britain has left the Union, its trade secretary says.", None),
    ("Officials in Chad are keen to avoid any delay.", None),
    ("The two share interests, according to a statement released by the Chinese foreign ministry.", None),
    ("The rules sought to protect donors in Chad.", None),
    ("Peru's premier does not expect Chile to lift the embargo.", None),
    ("A Kenyan official refused to name the two envoys.", None),
    ("Deputies in Chad voted to reinstate the post of premier.", None),
]


@pytest.mark.parametrize(("text", "expected"), [*HEADLINES, *PARTIES, *FRAMES, *SAID, *TOLD, *MORE, *NONE])
def test_report(coder: Coder, text: str, expected: tuple[str, str, str] | None) -> None:
    assert_told(coder, text, expected)
