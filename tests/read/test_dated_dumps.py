"""Text dumps of invented pages in many countries' layouts, and the day on which each came out, if it tells."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.read import read
from onrecord.schema import Document, Page
from tests.read.bodies import BODIES

MENU = ("Menu", "* Home", "* Politics", "* Sport", "* Contact")
DAY = date(2019, 3, 4)


def dump(*lines: str) -> Document:
    return read(Page("page.txt", "\n\n".join(lines).encode(), "text"))


def body(language: str) -> tuple[str, ...]:
    return BODIES[language]


DATED = {
    "English, byline and stamp on one line": (
        (
            *MENU,
            "Old pier closed for months",
            "By Jane Orlan | March 4, 2019 5:12 pm",
            *body("en"),
            "© 2021 Westport Post",
        ),
        DAY,
    ),
    "English, published and updated on one line": (
        ("Old pier closed for months", "Published 4 March 2019, last updated 6 March 2019", *body("en")),
        DAY,
    ),
    "English, under the article": (
        ("Old pier closed for months", "By Jane Orlan", *body("en"), "First published on 4 March 2019 at 17:12"),
        DAY,
    ),
    "English, teasers with dates before and after": (
        (
            *("Storm hits the coast towns", "Tom Reed", "March 1, 2019"),
            *("Mayor to run for a third term", "Ann Vale", "March 2, 2019"),
            *("Old pier closed for months", "Jane Orlan", "March 4, 2019"),
            *body("en"),
            *("Related stories", "School roof to be mended", "February 12, 2019"),
        ),
        DAY,
    ),
    "English, comments with stamps": (
        (
            *("Old pier closed for months", "March 4, 2019", *body("en")),
            *("2 comments", "Pete Brook", "March 5, 2019 at 9:14 am", "About time, I would say.", "Reply"),
            *("Mary Hill", "March 6, 2019 at 7:02 pm", "It was safe enough for me.", "Reply"),
        ),
        DAY,
    ),
    "German, dateline with Uhr": (
        (
            *MENU,
            "Alte Brücke wird gesperrt",
            "04.03.2019, 18:32 Uhr",
            "Von Karla Brandt",
            *body("de"),
            "© 2022 Altmünder Bote",
        ),
        DAY,
    ),
    "German, year of two digits": (
        ("Alte Brücke wird gesperrt", "Veröffentlicht am 04.03.19 um 18:32 Uhr", *body("de")),
        DAY,
    ),
    "German, word and update": (
        ("Alte Brücke wird gesperrt", "Erstellt: 4. März 2019", "Aktualisiert: 5. März 2019", *body("de")),
        DAY,
    ),
    "German, the wire's code": (
        ("Alte Brücke wird gesperrt", "vor 3 Stunden", *body("de"), "© dpa-infocom, dpa:190304-99-123456/2"),
        DAY,
    ),
    "French, publié": (
        (*MENU, "Le vieux pont fermé", "Publié le 04/03/2019 à 18h32 • Mis à jour le 05/03/2019 à 7h00", *body("fr")),
        DAY,
    ),
    "French, words": (
        ("Le vieux pont de Valbrune fermé", "Par Anne Morel", "le lundi 4 mars 2019", *body("fr")),
        DAY,
    ),
    "Spanish, section before": (
        ("Local", "/ lunes 4 de marzo de 2019", "Cierran el viejo puente de Villaseca", *body("es")),
        DAY,
    ),
    "Spanish, by": (
        (
            *MENU,
            "Cierran el viejo puente de Villaseca",
            "Publicado el",
            "4 marzo, 2019 por Ana Ruiz en Local",
            *body("es"),
        ),
        DAY,
    ),
    "Italian": (
        (*MENU, "Chiuso il vecchio ponte sul lago", "di Carla Neri", "4 Marzo 2019 alle 18:32", *body("it")),
        DAY,
    ),
    "Portuguese, with hour": (
        (*MENU, "Velha ponte fechada ao trânsito", "Publicado em 04/03/2019 às 18h32", *body("pt")),
        DAY,
    ),
    "Portuguese, name under the standfirst": (
        (
            "Velha ponte fechada ao trânsito por três meses",
            body("pt")[0],
            "Rui Matos",
            "4 de Março de 2019, 8:34",
            *body("pt")[1:],
        ),
        DAY,
    ),
    "Dutch": (
        (*MENU, "Oude brug gaat dicht tot het voorjaar", "Geplaatst op 4 maart 2019 om 18:32 uur", *body("nl")),
        DAY,
    ),
    "Polish, one of two meanings of a month": (
        (*MENU, "Stary most zamknięty na trzy miesiące", "Opublikowano: 4 listopada 2019, 10:00", *body("pl")),
        date(2019, 11, 4),
    ),
    "Swedish": (
        (*MENU, "Gamla bron stängs för trafik", "Publicerad 4 mars 2019 kl 18:32", *body("sv")),
        DAY,
    ),
    "Turkish, in capitals": (
        (*MENU, "Eski köprü trafiğe kapatılıyor", "04 MART 2019 PAZARTESİ - 18:32", *body("tr")),
        DAY,
    ),
    "Indonesian": (
        (*MENU, "Jembatan tua ditutup tiga bulan", "Tim Redaksi - Senin, 04 Maret 2019 | 18:32 WIB", *body("id")),
        DAY,
    ),
    "Russian": (
        (*MENU, "Старый мост закроют на три месяца", "4 марта 2019, 18:32", *body("ru"), "© 2020 Старозёрские вести"),
        DAY,
    ),
    "Japanese": (
        (
            *MENU,
            "古い橋を三か月のあいだ通行止めに",
            "2019年3月4日 18時32分",
            *body("ja"),
            "関連記事",
            "2019年2月12日 10時00分",
        ),
        DAY,
    ),
    "Japanese, an era's year": (("古い橋を三か月のあいだ通行止めに", "平成31年3月4日 掲載", *body("ja")), DAY),
    "Czech": ((*MENU, "Starý most se na tři měsíce uzavře", "4. 3. 2019 18:32", "Jana Malá", *body("cs")), DAY),
    "Arabic": ((*MENU, "إغلاق الجسر القديم ثلاثة أشهر", "تاريخ النشر: الإثنين، ٤ مارس ٢٠١٩", *body("ar")), DAY),
    "Persian, the Iranian count": ((*MENU, "پل قدیمی سه ماه بسته می شود", "۱۳ اسفند ۱۳۹۷ - ۰۶:۵۵", *body("fa")), DAY),
    "Korean": (
        (*MENU, "낡은 다리 석 달 동안 통행 금지", "입력 2019.03.04 18:32 | 수정 2019.03.05 09:00", *body("ko")),
        DAY,
    ),
    "Thai, the Buddhist count": ((*MENU, "ปิดสะพานเก่าสามเดือน", "เผยแพร่: 4 มี.ค. 2562 18:32", *body("th")), DAY),
    "the first lines call it today": (
        (
            "Cierran el viejo puente de Villaseca",
            f"Hoy, 4 de marzo de 2019, se supo la noticia. {body('es')[0]}",
            *body("es")[1:],
        ),
        DAY,
    ),
    "the address printed on the page": (
        (
            *("Old pier closed for months", *body("en")),
            "Source URL: https://westport.example/news/2019/03/04/old-pier-closed-for-months.html",
        ),
        DAY,
    ),
}


@pytest.mark.parametrize("name", DATED)
def test_the_day_of_a_page_is_read_whatever_its_country(name: str) -> None:
    lines, day = DATED[name]
    found = dump(*lines)
    assert found.published is not None, found.date_candidates
    assert (found.published.earliest, found.published.latest) == (day, day)
    taken = [one for one in found.date_candidates if one.lost is None]
    assert [found.text[one.start : one.end] for one in taken] == [found.published.text]


UNDATED = {
    "a copyright year": (
        "Old pier closed for months",
        *body("en"),
        "Copyright © 2019 Westport Post. All rights reserved.",
    ),
    "today's paper": ("Today's Paper | March 4, 2019", "Old pier closed for months", *body("en")),
    "the day of the visit, in Spanish": ("lunes, 4 de marzo de 2019", *MENU, "Cierran el viejo puente", *body("es")),
    "the day of the visit, in German": ("Heute ist Montag, 4. März 2019", *MENU, "Alte Brücke gesperrt", *body("de")),
    "stamps of comments": (
        *("Old pier closed for months", *body("en"), "2 comments"),
        *("Pete Brook", "March 5, 2019 at 9:14 am", "About time, I would say.", "Reply"),
        *("Mary Hill", "March 6, 2019 at 7:02 pm", "It was safe enough for me.", "Reply"),
    ),
    "other stories": (
        *("Old pier closed for months", *body("en"), "Related stories"),
        *("Storm hits the coast", "12 February 2019", "School roof to be mended", "13 February 2019"),
    ),
    "an event": (
        "Old pier closed for months",
        *body("en"),
        "Event: open day at the northern quay, 4 March 2019, 10:00",
    ),
    "a member's page": ("Old pier closed for months", "Jane Orlan", "Member since 4 March 2019", *body("en")),
    "a year in the text": ("Old pier closed for months", *body("en"), "The pier was built in 1931 and mended in 2004."),
    "an age, no day": ("Alte Brücke wird gesperrt", "vor 23 Minuten", *body("de")),
    "a day before what the page tells": (
        *("Old pier closed for months", "4 March 2009", *body("en")),
        "The northern quay was opened by the mayor on 12 May 2011, and she spoke of the pier then.",
    ),
}


@pytest.mark.parametrize("name", UNDATED)
def test_a_page_that_does_not_tell_its_day_gets_none(name: str) -> None:
    found = dump(*UNDATED[name])
    assert found.published is None
    assert all(one.lost for one in found.date_candidates)


def test_a_numeric_date_is_read_as_the_language_writes_it() -> None:
    for language, title in (
        ("de", "Alte Brücke wird gesperrt"),
        ("fr", "Le vieux pont fermé"),
        ("es", "Cierran el puente"),
    ):
        when = dump(title, "03/04/2019 18:32", *body(language)).published
        assert when is not None and when.earliest == date(2019, 4, 3), language
    assert dump("Old pier closed for months", "03/04/2019 18:32", *body("en")).published is None
