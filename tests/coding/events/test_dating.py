"""Which date of a sentence an act is of: not that of its end, of what it is about, or of what came before or after it."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder


@pytest.mark.parametrize(
    ("text", "event", "date"),
    [
        ("Peru told the ambassador of Chile on May 2, 2019 that he must leave before September 30.", "SANCTION", "2019-05-02"),
        ("Canada undertook to build a reactor in Egypt by a target date of 2003.", "AGREE", None),
        ("On April 14, 2009, after Kenya had criticized the launch, Iran quit the talks.", "ACCUSE", None),
        ("Togo joined the bank in May 2001 after it had voted against the charter of France.", "REJECT", None),
        (
            "The Security Council on July 15, 2016 adopted a resolution which condemned the launches by Iran of July 5.",
            "ACCUSE",
            "2016-07-15",
        ),
        ("Zambia, which had supported the rebels of Angola, established ties with Chad on April 18, 1980.", "SUPPORT", None),
        ("Chad, a member of the Council since January 2018, criticized the veto of Russia.", "ACCUSE", None),
        ("Mali expelled the French ambassador in January 2019 after he had criticized the junta.", "SANCTION", "2019-01"),
        ("Peru condemned the attack on its embassy in Quito on May 3, 2010.", "ACCUSE", "2010-05-03"),
        ("Peru condemned on May 6, 2010 the attack of May 3 on its embassy in Quito.", "ACCUSE", "2010-05-06"),
        ("On May 3, 2010, shortly before the president arrived, rebels attacked the palace in Quito.", "ASSAULT", "2010-05-03"),
        ("Kenya recalled its envoy from Kigali on 3 June 2011.", "SANCTION", "2011-06-03"),
        ("Peru closed its border with Chile after soldiers had fired on miners on 8 March 2011.", "COERCE", None),
        (
            "Peru expelled Chile's envoy in March 2011, after a court had jailed a Peruvian on 8 March.",
            "SANCTION",
            "2011-03",
        ),
        ("Four Malians died on 3 May 2010 when jets of Chad bombed a market.", "ASSAULT", "2010-05-03"),
        ("At a meeting held in Suva on 3 May 2010 Fiji and Samoa agreed to lower their tariffs.", "AGREE", "2010-05-03"),
        ("Togo met Benin on 3 June 2015, four days after Fiji had expelled the envoy of Samoa.", "SANCTION", "2015-05-30"),
        ("The congress of 3 May 2012, at which Fiji pledged 2 million dollars to Samoa, was long.", "AGREE", "2012-05-03"),
        (
            "The Fijian king said on 3 May 2012 that he would not go to Samoa; he had been there in June 2001.",
            "REJECT",
            "2012-05-03",
        ),
        ("Mali expelled the envoy of Chad, the press office said on 3 May 2012.", "SANCTION", None),
        (
            "Chad's envoys\n\n3 May 2012: Chad opens an embassy in Lima.\n9 June: Peru opens one in Chad.\n"
            "4 August: Chad expels the envoy of Mali.",
            "SANCTION",
            "2012-08-04",
        ),
    ],
)
def test_dates(coder: Coder, text: str, event: str, date: str | None) -> None:
    found = [e for e in events(coder, text) if e.event == event]
    assert found, text
    assert found[0].date == date


def test_days_go_by_the_month_of_the_title(coder: Coder) -> None:
    text = "Chad, April 2012\n\nStudents marched on 3 April. On the 9th the police of Chad arrested three Malians."
    found = [e.date for e in events(coder, text, published=None, titled=True) if e.event == "COERCE"]
    assert found == ["2012-04-09"]
