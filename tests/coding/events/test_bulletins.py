"""Agency copy: what is asked, refused, yielded and broken off in the frames of `bulletins.toml`, and parses mended for it."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

# A text, one of its events and its two sides.
TOLD = [
    # What is asked, and who refuses whom.
    ("Lima has sought from La Paz whatever its customs men know of the ring.", "REQUEST", ["PER"], ["BOL"]),
    ("Latvia rejected Russian calls to grant pensions to all its officers.", "REJECT", ["LVA"], ["RUS"]),
    ("Hanoi rejected suggestions that Thai monitors be posted along its border.", "REJECT", ["VNM"], ["THA"]),
    ("Chad refused a Libyan demand to lift the curbs on its best-known cleric.", "REJECT", ["TCD"], ["LBY"]),
    # What is promised.
    ("Rome intends to go ahead with building a dam for Ethiopia near Gilgel, its envoy said.", "AGREE", ["ITA"], ["ETH"]),
    ("Guatemala's government declared itself willing to settle the war with the guerrillas.", "AGREE", ["GTM"], ["GTM"]),
    ("Peru promised Chile that the stolen bells would be brought back within a week.", "AGREE", ["PER"], ["CHL"]),
    # What is yielded.
    ("Mali will rewrite its constitution to allow rival parties, its president said.", "CONCEDE", ["MLI"], ["MLI"]),
    ("Bolivia's congress voted an amnesty for the guerrillas.", "CONCEDE", ["BOL"], ["BOL"]),
    ("Tunisia let the opposition hold its congress.", "CONCEDE", ["TUN"], ["TUN"]),
    ("Libya freed the three Italian hostages on Friday.", "RETREAT", ["LBY"], ["ITA"]),
    ("Ghana's army declared a two-week truce beginning at noon on Friday.", "CONCEDE", ["GHA"], ["GHA"]),
    # What is done together and given.
    ("Czech and Polish firms began work on Monday on a pipeline at Ostrava.", "COOPERATE", ["CZE", "POL"], ["CZE", "POL"]),
    ("Paris has supplied Rabat with satellite photographs of the dunes.", "COOPERATE", ["FRA", "MAR"], ["FRA", "MAR"]),
    ("Bulgarian freighters unloaded crates of rifles in Luanda.", "AID", ["BGR"], ["AGO"]),
    ("French paratroopers landed in Libreville at the request of Gabon's president.", "AID", ["FRA"], ["GAB"]),
    ("Oslo cancelled debts of 30 million crowns owed by Zambia.", "AID", ["NOR"], ["ZMB"]),
    # Visits and talks.
    ("James Baker and his Dutch counterpart are to meet in Lisbon.", "CONSULT", ["NLD", "USA"], ["NLD", "USA"]),
    ("The Pope granted an audience to Syria's president in the library.", "CONSULT", ["SYR"], ["VAT"]),
    ("A UN envoy is in Baghdad to persuade the leadership to open its archives.", "CONSULT", ["UN"], ["IRQ"]),
    # Verbs that parsers lose.
    ("Police in Managua tortured trade unionists with cables, a priest told the court.", "ASSAULT", ["NIC"], ["NIC"]),
    ("Rebel fighters gang-raped schoolgirls during a raid on the Liberian town of Ganta.", "ASSAULT", ["LBR"], ["LBR"]),
    ("Italian President Sandro Pertini expressed dismay at the Swiss vote.", "ACCUSE", ["ITA"], ["CHE"]),
    ("Police in Durban used dogs and tear gas to scatter mourners.", "ASSAULT", ["ZAF"], ["ZAF"]),
    ("German coal shipments to Turkey were cut by half on Monday.", "SANCTION", ["DEU"], ["TUR"]),
    # What is demanded of whom.
    ("Yemen demanded the lifting of the ban imposed by the European Union.", "REQUEST", ["YEM"], ["EU"]),
    ("Seoul asked the North to come to the table.", "REQUEST", ["KOR"], ["PRK"]),
    ("Estonia's Russian minority condemned Finland.", "ACCUSE", ["EST"], ["FIN"]),
    ("Peruvian Indian leaders met the Chilean president.", "CONSULT", ["CHL", "PER"], ["CHL", "PER"]),
    # Talks, missions and forces that are broken off, closed and left.
    ("Cyprus suspended its dialogue with Ankara on Monday.", "SANCTION", ["CYP"], ["TUR"]),
    ("Kenya ordered Libya to close its mission in Nairobi.", "SANCTION", ["KEN"], ["LBY"]),
    ("Peru pulled its company out of the U.N. force in Cyprus.", "SANCTION", ["PER"], ["UN"]),
    ("The United Nations pulled its arms inspectors out of Iraq.", "SANCTION", ["UN"], ["IRQ"]),
    ("The U.S. Senate halved aid to Honduras after the murders.", "SANCTION", ["USA"], ["HND"]),
    ("Tokyo called off charter flights to Rangoon over the arrests.", "SANCTION", ["JPN"], ["MMR"]),
    ("Minsk fined an opposition leader 300 dollars for holding a meeting.", "SANCTION", ["BLR"], ["BLR"]),
    # What is yielded in deed.
    ("Russia gave back to Latvia two mansions in Geneva.", "RETREAT", ["RUS"], ["LVA"]),
    ("Albania opened its airspace to a vanguard of NATO soldiers.", "RETREAT", ["ALB"], ["NATO"]),
    ("Serb rebels abandoned the Croatian town of Glina on Monday.", "RETREAT", ["SRB"], ["HRV"]),
    # What is inquired into, refused and threatened.
    ("The Security Council set up a commission to inquire into the killings in Burundi.", "ACCUSE", ["UN-SC"], ["BDI"]),
    ("Prosecutors in Seoul questioned former president Chun Doo-hwan for ten hours.", "ACCUSE", ["KOR"], ["KOR"]),
    ("Human Rights Watch said that Sudanese soldiers had flogged villagers.", "ACCUSE", ["HRW"], ["SDN"]),
    ("China used its veto to block a statement on Sudan.", "REJECT", ["CHN"], ["SDN"]),
    ("Washington stands ready to use air power against Iraq.", "THREATEN", ["USA"], ["IRQ"]),
    # Crowds, and armed men who do as crowds do.
    ("Ghana revoked the leave of its police before the march.", "MOBILIZE", ["GHA"], ["GHA"]),
    ("Chinese officials forced monks in Labrang to denounce their abbot.", "COERCE", ["CHN"], ["CHN"]),
    ("Chadian troops put down a mutiny in Abeche.", "COERCE", ["TCD"], ["TCD"]),
    ("American warships turned back freighters bound for Haiti.", "COERCE", ["USA"], ["HTI"]),
    ("Rebels chained U.N. observers to a fence at Pale.", "ASSAULT", ["BIH"], ["UN"]),
    # Offers, ultimatums, inquiries on the spot, people sent over a border.
    ("Bucharest has offered the Pentagon the use of an air base.", "AGREE", ["ROU"], ["USA"]),
    ("Kuwait and Iran plan to pipe fresh water under the Gulf together.", "AGREE", ["IRN", "KWT"], ["IRN", "KWT"]),
    ("The United States gave Iraq two days to leave Kuwait or face war.", "THREATEN", ["USA"], ["IRQ"]),
    ("U.N. monitors visited Mali to establish who had shot the herders.", "ACCUSE", ["UN"], ["MLI"]),
    ("Peking took a dim view of a Japanese minister's visit to the shrine.", "ACCUSE", ["CHN"], ["JPN"]),
    ("Bosnia told the World Court that Serbia had run camps.", "ACCUSE", ["BIH"], ["SRB"]),
    ("Kenya barred Dutch observers from watching the vote.", "REJECT", ["KEN"], ["NLD"]),
    ("Villagers squatted on the tracks near Patna, holding up trains.", "PROTEST", ["IND"], ["IND"]),
    ("The Dominican Republic trucked 400 Haitians back across the border.", "COERCE", ["DOM"], ["HTI"]),
    ("Senegal airlifted tanks to Bissau to prop up the president.", "AID", ["SEN"], ["GNB"]),
    # Who wants what is refused, a first name taken for an adverb, a verb of the crowd taken for a participle.
    ("Lima declined to extradite six men wanted by Brazil for smuggling.", "REJECT", ["PER"], ["BRA"]),
    ("Nauru brought a case against Australia before the court.", "ACCUSE", ["NRU"], ["AUS"]),
    ("Tens of thousands gathered in Beirut and demanded the resignation of the cabinet.", "REQUEST", ["LBN"], ["LBN"]),
    ("The Croats said they would leave the talks with Serbia if the shelling went on.", "THREATEN", ["HRV"], ["SRB"]),
    ("Peru struck an arrangement with Ecuador to share the wells.", "AGREE", ["ECU", "PER"], ["ECU", "PER"]),
    ("London returned to Cairo a stone beard.", "RETREAT", ["GBR"], ["EGY"]),
    ("Police in Harare held an opposition leader overnight.", "COERCE", ["ZWE"], ["ZWE"]),
    # What one will do unless another acts, whom a deed beside another is towards, defiance told in passing.
    ("Ghana said it would call off the reunions unless Togo explained the raid.", "THREATEN", ["GHA"], ["TGO"]),
    ("Moscow resumed oil deliveries to Vilnius, ending a blockade of ten weeks.", "RETREAT", ["RUS"], ["LTU"]),
    ("Peru went on building its wall in defiance of the World Court.", "REJECT", ["PER"], ["ICJ"]),
    # Who held which office.
    ("President Eduard Shevardnadze met the Turkish premier.", "CONSULT", ["GEO", "TUR"], ["GEO", "TUR"]),
]  # fmt: skip

NOT_TOLD = [
    ("Peru struck an arrangement with Ecuador to share the wells.", "ASSAULT"),
    ("Kenyan police charged two Dutch relief workers with spying.", "ASSAULT"),
    ("African envoys called off their attempt to settle the quarrel.", "ACCUSE"),
    ("Japan called off charter flights to Guam after the storm.", "ACCUSE"),
    ("Congress halved military aid to Honduras.", "RETREAT"),
    ("The agency stopped feeding 300 families in Goma.", "PROTEST"),
    ("Peruvian wardens pulled out the fingernails of Chilean prisoners.", "RETREAT"),
    ("Burmese troops put down a march by students in Pegu.", "CONSULT"),
]


@pytest.mark.parametrize(("text", "event", "source", "target"), TOLD)
def test_bulletins(coder: Coder, text: str, event: str, source: list[str], target: list[str]) -> None:
    found = [(e.source, e.target) for e in events(coder, text) if e.event == event]
    assert (source, target) in found, found


@pytest.mark.parametrize(("text", "event"), NOT_TOLD)
def test_what_bulletins_do_not_tell(coder: Coder, text: str, event: str) -> None:
    assert event not in [e.event for e in events(coder, text)]
