"""Pages in other languages and encodings: read letter for letter, their language told, and left unread."""

from __future__ import annotations

import pytest

from onrecord.read import read
from onrecord.schema import Page

TEXTS = {
    "ar": "قال وزير النقل يوم الاثنين إن الجسر الجديد على النهر سيفتح في شهر مايو بعد تأخير دام عامين.\n\n"
    "وأضاف الوزير أن الحكومة قد أوفت بوعدها، وأن الأعمال على الضفة الشرقية قد انتهت تقريبا.\n\n"
    "ورفضت المعارضة هذه الخطة وقالت إنها ستصوت ضد أي أموال أخرى من أجل هذا المشروع في البرلمان.\n",
    "zh": "交通部長星期一表示,橫跨大河的新橋將於五月通車,比原定計劃晚了兩年。\n\n"
    "部長對記者說,政府已經遵守了承諾,東岸的工程也已經接近完成。\n\n反對黨拒絕了這項計劃,並說將投票反對任何額外的撥款。\n",
    "ja": "運輸大臣は月曜日、川にかかる新しい橋が予定より二年遅れて五月に開通すると述べた。\n\n"
    "大臣は記者団に対し、政府は約束を守ったと語り、東岸の工事もほぼ終わったと説明した。\n\n野党はこの計画に反対している。\n",
    "ru": "Министр транспорта заявил в понедельник, что новый мост через реку откроется в мае, на два года позже срока.\n\n"
    "Он добавил, что правительство сдержало слово и что работы на восточном берегу почти закончены.\n\n"
    "Оппозиция отвергла этот план и сообщила, что не будет голосовать за новые деньги для моста.\n",
    "es": "El ministro de transporte dijo el lunes que el nuevo puente sobre el río se abrirá en mayo, con dos años de "
    "retraso.\n\nAñadió que el gobierno había cumplido con su palabra y que las obras en la orilla oriental estaban casi "
    "terminadas.\n\nLa oposición rechazó el plan y dijo que votaría en contra de más dinero para el puente.\n",
    "tr": "Ulaştırma bakanı pazartesi günü yaptığı açıklamada, nehrin üzerindeki yeni köprünün mayıs ayında açılacağını "
    "söyledi.\n\nBakan, hükümetin sözünü tuttuğunu ve doğu yakasındaki çalışmaların bitmek üzere olduğunu belirtti.\n\n"
    "Muhalefet ise bu planı reddetti ve köprü için daha fazla para verilmesine karşı olduğunu açıkladı.\n",
}
ENGLISH = (
    "Minister says the “Hadrin” bridge will open in May\n\n"
    "The minister of transport said on Monday that the bridge would open in May – two years later than it was planned.\n\n"
    "“We’ve kept our word,” she told reporters. The café on the east bank, which cost €2 million, is open.\n"
)


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("ar", "cp1256"), ("ar", "utf-8"), ("ar", "utf-16"),
        ("zh", "big5"), ("zh", "gb18030"), ("zh", "utf-8"),
        ("ja", "shift_jis"), ("ja", "euc_jp"), ("ja", "utf-8"),
        ("ru", "koi8-r"), ("ru", "cp1251"), ("ru", "utf-16"),
        ("es", "latin-1"), ("es", "utf-8"),
        ("tr", "utf-8"),
    ],
)  # fmt: skip
def test_a_page_in_another_language_is_read_letter_for_letter_and_left_unread(language: str, encoding: str) -> None:
    found = read(Page("page.txt", TEXTS[language].encode(encoding), "text"))
    assert found.text == TEXTS[language]
    assert (found.language, found.unread) == (language, f"language: {language} (not English)")


@pytest.mark.parametrize(
    ("language", "encoding"),
    [("ar", "windows-1256"), ("zh", "big5"), ("ja", "shift_jis"), ("ru", "koi8-r"), ("tr", "iso-8859-9")],
)
def test_the_encoding_that_an_html_page_declares_is_used(language: str, encoding: str) -> None:
    body = "".join(f"<p>{line}</p>" for line in TEXTS[language].split("\n\n"))
    source = f"<html><head><meta charset={encoding}></head><body><article>{body}</article></body></html>"
    found = read(Page("page.html", source.encode(encoding), "html"))
    assert found.language == language and TEXTS[language].split("\n\n")[0] in found.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_an_english_page_is_read_in_any_encoding(encoding: str) -> None:
    found = read(Page("page.txt", ENGLISH.encode(encoding), "text"))
    assert found.text == ENGLISH and found.unread is None
    assert found.title is not None and found.title.text == ENGLISH.split("\n")[0]
