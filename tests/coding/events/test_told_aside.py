"""What real news tells beside its main verb or in a light one, and words that tell something else there: a case per cause."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

Case = tuple[str, tuple[str, str, str] | None]

# "There were protests", a headline's participle with its particle, a name taken for a verb.
SHAPES: list[Case] = [
    ("There were protests in Kenya on Monday against the new tax.", ("PROTEST", "KEN", "KEN")),
    ("There have been protests across Chile.", ("PROTEST", "CHL", "CHL")),
    ("Protests against mining bill in Angola", ("PROTEST", "AGO", "AGO")),
    ("There were no protests in Kenya on Friday.", None),
    ("There could be protests in Kenya.", None),
    ("Policeman gunned down in Nairobi", ("ASSAULT", "KEN", "KEN")),
    ("Market blown up in Somalia", ("ASSAULT", "SOM", "SOM")),
    ("Trump frequently praised Russian President Vladimir Putin during the campaign.", ("SUPPORT", "USA", "RUS")),
    ("Islamists bombed a school in the Sibi district of Balochistan.", ("ASSAULT", "PAK", "")),
]
# What stands under another verb or noun and is done nevertheless, or not yet.
UNDER: list[Case] = [
    (
        "Switzerland was the first Western country to establish diplomatic relations with China.",
        ("SUPPORT", "CHE CHN", "CHE CHN"),
    ),
    ("Estonia's minister was quick in blaming the attack on Russia.", ("ACCUSE", "EST", "RUS")),
    ("Estonia followed Latvia in expelling two Russian diplomats.", ("SANCTION", "EST", "RUS")),
    ("Russia confirmed its willingness to continue supplying grain to Egypt.", ("AGREE", "RUS", "EGY")),
    ("Russia confirmed its readiness to go on supplying grain to Egypt.", ("AGREE", "RUS", "EGY")),
    ("Turkey will hit the YPG unless they withdraw from the town.", ("THREATEN", "TUR", "SYR")),
    ("The Estonian minister blamed the attack on Russia.", ("ACCUSE", "EST", "RUS")),
]
# Anger at what another did, and deeds called names.
BLAME: list[Case] = [
    ("Russian officials were furious that Poland had removed the statue.", ("ACCUSE", "RUS", "POL")),
    ("Turkish diplomats were angry when Germany barred the rally.", ("ACCUSE", "TUR", "DEU")),
    ("The Ukrainian minister said that choosing the singer to represent Russia was a provocation.", ("ACCUSE", "UKR", "RUS")),
    ("The Slovak president slammed the position of the prime minister.", ("ACCUSE", "SVK", "SVK")),
    ("Kenya's opposition leader called out the president over his remarks.", ("ACCUSE", "KEN", "KEN")),
    ("The Kenyan army called out reservists over the attack.", ("MOBILIZE", "KEN", "")),
    ("Moscow calls absurd the Syrian opposition's demand for the president's resignation.", ("REJECT", "RUS", "SYR")),
    ("In May the House sent impeachment charges against the Philippine president to the Senate.", ("ACCUSE", "PHL", "PHL")),
    ("Kenya took its case against Somalia to the UN court.", ("ACCUSE", "KEN", "SOM")),
]
# Verbs that tell another act with other things.
SENSES: list[Case] = [
    ("The Syrian government forces have destroyed 4,608 facilities of the Islamic State.", ("ASSAULT", "SYR", "ISIS")),
    ("Last year Norway scrapped its programme to train Syrian rebels.", ("SANCTION", "NOR", "SYR")),
    ("India has committed close to $2bn in aid to Afghanistan.", ("AGREE", "IND", "AFG")),
    ("A gunman took three shots at the Kenyan deputy with a pistol.", ("ASSAULT", "KEN", "KEN")),
    ("The Kenyan reporter has been in detention in Uganda since May.", ("COERCE", "UGA", "KEN")),
    ("The Kenyan army drafted students.", ("MOBILIZE", "KEN", "")),
    ("A new education bill drafted by the Hungarian government is ready.", None),
    ("Two of the suspects are affiliated with North Korea's Foreign Ministry.", None),
    ("Danish and American experts were to submit their recommendations to the Danish government.", None),
    ("The Kenyan unionist minister and the nationalist leader clashed over the budget.", None),
]
# What is felt about another's act, what is only charged, offered or asked; places behind an unknown town.
ABOUT: list[Case] = [
    ("Norway is concerned about Russia's arrest of its fishermen.", ("ACCUSE", "NOR", "RUS")),
    ("Norway was worried by the Russian decision to shut the port.", ("ACCUSE", "NOR", "RUS")),
    ("Norway is concerned about the drought in Mali.", None),
    ("Hamas said the United States had a pro-Israel bias.", ("ACCUSE", "PSE", "USA")),
    ("Moscow called the American inquiry a witch hunt.", ("ACCUSE", "RUS", "USA")),
    ("The Peruvian president lashed out at a judge.", ("ACCUSE", "PER", "PER")),
    ("She is charged with obstructing justice and aiding the Somali rebels.", None),
    ("He was charged with spying and helping Iran.", None),
    ("Chile does not accept aid from Peru.", ("REJECT", "CHL", "PER")),
    ("Finland's president suggested convening a summit of Arctic nations.", ("AGREE", "FIN", "X-ARCTIC")),
    ("Norway suggested holding talks with Russia.", ("AGREE", "NOR", "RUS")),
    ("Ireland applied to join the European Union in July 1961.", ("REQUEST", "IRL", "EU")),
    ("Thousands of Kenyan doctors agreed to end a strike of a hundred days.", ("AGREE", "KEN", "KEN")),
    ("Kenyan farmers agreed to plant maize.", None),
    ("In a meeting with Polish Prime Minister Beata Szydlo, Merkel again spoke of trade.", ("CONSULT", "DEU POL", "DEU POL")),
    ("Beijing and Paris will strengthen joint investigations of officials.", ("AGREE", "CHN FRA", "CHN FRA")),
    ("A missile was launched from North Korea on Sunday.", ("MOBILIZE", "PRK", "")),
    ("Police displace thousands in Nigerian slum", ("SANCTION", "NGA", "NGA")),
    ("Baratov was arrested on Tuesday in Ancaster, Ontario, a police spokesman said.", ("COERCE", "CAN", "CAN")),
    ("The Dutch vote was being closely scrutinised as a gauge of populism.", None),
]
# Where it is said, whose aid it is, what is left open, and words that are no strike and no march.
SAID: list[Case] = [
    ("The Peruvian president took to Twitter to call on the panel to investigate his rival.", ("REQUEST", "PER", "")),
    ("The Chilean minister used his speech to condemn Peru.", ("ACCUSE", "CHL", "PER")),
    ("UN humanitarian convoys were sent to two towns in Syria's Daraa province.", ("AID", "UN", "SYR")),
    ("South Korea rejected North Korea's suggestion to hold talks.", ("REJECT", "KOR", "PRK")),
    ("Chile does not rule out a rise of its stake in the Peruvian mine.", None),
    ("Russia does not accept North Korea's self-proclaimed nuclear status.", ("REJECT", "RUS", "PRK")),
    ("Israel wants American permission to go on building settlements.", ("REQUEST", "ISR", "USA")),
    ("Kenya is planning an attack on rebel bases in Somalia.", ("THREATEN", "KEN", "SOM")),
    ("The Myanmar government announced that it had ended its military operation in the east.", ("RETREAT", "MMR", "MMR")),
    ("The Russian Prosecutor General's Office has sent the former governor's case to court.", ("ACCUSE", "RUS", "RUS")),
    ("Baghdad was rocked by a wave of deadly suicide bombings in May.", ("ASSAULT", "", "IRQ")),
    ("Lima was hit by a wave of cold.", None),
    ("Trump publicly blamed Democrats for Friday's failure.", ("ACCUSE", "USA", "USA")),
    ("The second note protested against the treatment of Turkish citizens in Rotterdam.", None),
    ("A total of 423 militants left Homs on Friday.", ("RETREAT", "SYR", "SYR")),
]
# Whose counterpart it is, plans laid before others, missions flown.
DEALINGS: list[Case] = [
    ("The Russian minister will have a meeting with his Iranian counterpart in Moscow.", ("CONSULT", "IRN RUS", "IRN RUS")),
    ("The Chilean minister spoke with his Peruvian counterpart in Geneva.", ("CONSULT", "CHL PER", "CHL PER")),
    ("The Chilean minister met his counterparts from Peru and Bolivia.", ("CONSULT", "BOL CHL PER", "BOL CHL PER")),
    ("Russia presented its peace plan to Iran.", ("AGREE", "RUS", "IRN")),
    ("Myanmar does not accept the idea of an inquiry.", ("REJECT", "MMR", "")),
    ("Turkish jets flew combat missions against Kurdish rebels in Syria.", ("ASSAULT", "TUR", "SYR")),
]
# A month that is a name, what is not done yet, whom a deed angers, whose relief it is.
NAMES: list[Case] = [
    ("May accused the Scottish National Party of tunnel vision.", ("ACCUSE", "GBR", "GBR")),
    ("Turkish troops have yet to enter the town.", None),
    ("Germany angers Turkey with coup remarks", ("ACCUSE", "TUR", "DEU")),
    ("Poland's plan angered Russia on Monday.", ("ACCUSE", "RUS", "POL")),
    ("Two planes with Turkish relief supplies landed in Mogadishu.", ("AID", "TUR", "SOM")),
    ("The Kurdish-led fighters launched a new phase in their Raqqa offensive.", ("ASSAULT", "SYR", "SYR")),
    ("The CIA has spent 19 million dollars on arming bands in Honduras.", ("AID", "USA", "HND")),
    ("Russian Helicopters will perform repair for thirty Indian helicopters.", ("AGREE", "RUS", "IND")),
    ("Egypt shuts centre for torture victims", ("COERCE", "EGY", "EGY")),
    ("Teacher shot and killed in Nairobi", ("ASSAULT", "KEN", "KEN")),
    ("Kenyan sheriff's deputy shot and killed in the line of duty", ("ASSAULT", "", "KEN")),
    ("Trump scolds critics in the media", ("ACCUSE", "USA", "USA")),
    ("Kenya scolds 'dishonest' Ugandan press", ("ACCUSE", "KEN", "UGA")),
    ("The Kenyan president is meeting with some of the most sceptical deputies.", ("CONSULT", "KEN", "KEN")),
    ("An Ohio couple were arrested on Tuesday.", ("COERCE", "USA", "USA")),
    ("Japan has decided against sending ministers to the ceremony in Beijing.", ("REJECT", "JPN", "CHN")),
    ("Kenyan deputies voted against lifting sanctions on Peru.", ("REJECT", "KEN", "PER")),
    ("Vietnam was concerned over the ramming of a boat by a Chinese ship.", ("ACCUSE", "VNM", "CHN")),
    ("The Sudanese junta switched off the internet nationwide.", ("COERCE", "SDN", "SDN")),
    ("Kenyan protesters descended on the ministry.", ("PROTEST", "KEN", "KEN")),
    ("The Russian naval task force left for the Mediterranean on Saturday.", ("MOBILIZE", "RUS", "")),
    ("Only Britain and Pakistan recognised the annexation.", ("SUPPORT", "GBR PAK", "")),
    ("Senegal stated its readiness to send a battalion of 700 men.", ("AGREE", "SEN", "SEN")),
    ("Britain banned the landing of Icelandic fish in 1952.", ("SANCTION", "GBR", "ISL")),
    ("The American ministry had sought to fast track the bill through Congress.", None),
]


@pytest.mark.parametrize(("text", "expected"), [*SHAPES, *UNDER, *BLAME, *SENSES, *ABOUT, *SAID, *DEALINGS, *NAMES])
def test_told_aside(coder: Coder, text: str, expected: tuple[str, str, str] | None) -> None:
    told = [(e.event, " ".join(e.source), " ".join(e.target)) for e in events(coder, text)]
    assert expected in told if expected else not told
