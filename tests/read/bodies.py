"""Short invented articles in many languages, for tests of what surrounds them."""

from __future__ import annotations

BODIES = {
    "en": (
        "The harbour board of Westport said that the old pier would be closed until engineers had looked at its piles.",
        "Fishermen who land their catch there were told to use the northern quay, which the town had paid for last year.",
        "A spokeswoman for the board said that nobody had been hurt when a part of the railing fell into the water.",
    ),
    "de": (
        "Der Stadtrat von Altmünde hat am Abend beschlossen, die alte Brücke über die Lenne für den Verkehr zu sperren.",
        "Die Verwaltung hatte vorgeschlagen, den Bau bis zum Frühjahr zu prüfen, weil sich an den Pfeilern Risse zeigten.",
        "Nach Angaben der Bürgermeisterin ist für Fußgänger eine Fähre vorgesehen, die an den Werktagen fahren soll.",
    ),
    "fr": (
        "Le conseil municipal de Valbrune a décidé de fermer le vieux pont à la circulation pour une durée de trois mois.",
        "Les habitants de la rive gauche devront passer par la route du nord, qui est plus longue mais qui reste ouverte.",
        "Le maire a expliqué que des fissures avaient été trouvées dans deux des piles par une équipe de la région.",
    ),
    "es": (
        "El ayuntamiento de Villaseca decidió cerrar el viejo puente al tráfico durante los próximos tres meses de obras.",
        "Los vecinos de la otra orilla tendrán que usar la carretera del norte, que es más larga pero que sigue abierta.",
        "La alcaldesa explicó que un equipo de la provincia había encontrado grietas en dos de los pilares del puente.",
    ),
    "it": (
        "Il consiglio comunale di Montelago ha deciso di chiudere il vecchio ponte al traffico per i prossimi tre mesi.",
        "Gli abitanti della riva sinistra dovranno usare la strada del nord, che è più lunga ma che rimane aperta a tutti.",
        "Il sindaco ha spiegato che una squadra della regione aveva trovato delle crepe in due dei pilastri del ponte.",
    ),
    "pt": (
        "A câmara de Vila Serena decidiu fechar a velha ponte ao trânsito durante os próximos três meses de obras no rio.",
        "Os moradores da outra margem terão de usar a estrada do norte, que é mais longa mas que continua aberta a todos.",
        "A presidente explicou que uma equipa da região tinha encontrado fendas em dois dos pilares da ponte de pedra.",
    ),
    "nl": (
        "De gemeenteraad van Oudewater aan Zee heeft besloten om de oude brug voor het verkeer te sluiten tot het voorjaar.",
        "De bewoners van de andere oever moeten de weg in het noorden nemen, die langer is maar die wel open blijft.",
        "De burgemeester zei dat een ploeg van de provincie scheuren had gevonden in twee van de pijlers van de brug.",
    ),
    "pl": (
        "Rada miasta Starego Brodu postanowiła zamknąć stary most dla ruchu na trzy miesiące, bo na filarach są pęknięcia.",
        "Mieszkańcy drugiego brzegu będą musieli jeździć drogą północną, która jest dłuższa, ale która pozostaje otwarta.",
        "Burmistrz powiedziała, że zespół z województwa znalazł szczeliny w dwóch filarach i że trzeba je naprawić.",
    ),
    "sv": (
        "Kommunfullmäktige i Norrviken har beslutat att stänga den gamla bron för trafik under de kommande tre månaderna.",
        "De som bor på andra sidan ska använda vägen i norr, som är längre men som är öppen för alla under hela våren.",
        "Kommunalrådet sade att en grupp från länet hade hittat sprickor i två av pelarna och att de måste lagas snart.",
    ),
    "tr": (
        "Eskikent belediye meclisi, eski köprünün üç ay boyunca trafiğe kapatılmasına ve ayaklarının onarılmasına karar verdi.",
        "Karşı yakada oturanlar daha uzun olan ama açık kalan kuzey yolunu kullanmak zorunda olacak ve köprüye giremeyecek.",
        "Belediye başkanı, ilden gelen bir ekibin iki ayakta çatlak bulduğunu ve bunun için bir karar gerektiğini söyledi.",
    ),
    "id": (
        "Dewan kota Tanjung Lama memutuskan untuk menutup jembatan tua itu dari lalu lintas selama tiga bulan ke depan.",
        "Warga di seberang sungai harus menggunakan jalan utara yang lebih panjang, tetapi jalan itu tetap dibuka untuk umum.",
        "Wali kota mengatakan bahwa tim dari provinsi telah menemukan retakan pada dua tiang jembatan yang sudah tua itu.",
    ),
    "ru": (
        "Городской совет Старозёрска решил закрыть старый мост для движения на три месяца, пока не будут проверены его опоры.",
        "Жители другого берега должны будут ездить по северной дороге, которая длиннее, но которая остаётся открытой.",
        "Мэр сказала, что группа из области нашла трещины в двух опорах и что их надо будет починить до весны.",
    ),
    "ja": (
        "古川市議会は昨日の会議で、柱にひびが見つかった古い橋を三か月のあいだ通行止めにすることを決めました。",
        "対岸に住む人たちは、遠回りになりますが開いている北の道路を使わなければならないと市は説明しています。",
        "市長は、県の調査班が二本の柱にひびを見つけたため、春までに修理を終える必要があると述べました。",
    ),
    "cs": (
        "Zastupitelstvo města Starý Brod rozhodlo, že se starý most na tři měsíce uzavře pro veškerou dopravu.",
        "Obyvatelé druhého břehu budou muset jezdit severní silnicí, která je delší, ale která zůstává otevřená.",
        "Starostka řekla, že skupina z kraje našla trhliny ve dvou pilířích a že je nutné je do jara opravit.",
    ),
    "ar": (
        "قرر مجلس بلدية الميناء القديم إغلاق الجسر القديم أمام حركة السير لمدة ثلاثة أشهر بعد العثور على تشققات فيه.",
        "وسيكون على سكان الضفة الأخرى استخدام طريق الشمال الذي هو أطول ولكنه يبقى مفتوحا أمام الجميع طوال هذه المدة.",
        "وقالت رئيسة البلدية إن فريقا من المحافظة وجد التشققات في اثنين من أعمدة الجسر وإنه يجب إصلاحها قبل الربيع.",
    ),
    "fa": (
        "شورای شهر بندر کهنه تصمیم گرفت که پل قدیمی را به مدت سه ماه به روی رفت و آمد ببندد تا پایه های آن بررسی شود.",
        "ساکنان سوی دیگر رود باید از جاده شمالی استفاده کنند که درازتر است اما در این مدت برای همه باز می ماند.",
        "شهردار گفت که گروهی از استان در دو پایه پل ترک هایی یافته است و باید پیش از بهار آن ها را تعمیر کرد.",
    ),
    "ko": (
        "옛나루 시의회는 기둥에서 금이 발견된 낡은 다리를 석 달 동안 차량 통행을 막기로 어제 회의에서 결정했다고 밝혔다.",
        "강 건너편에 사는 주민들은 더 멀리 돌아가지만 계속 열려 있는 북쪽 길을 이용해야 한다고 시는 설명했다.",
        "시장은 도에서 나온 조사단이 기둥 두 개에서 금을 찾았으며 봄까지 수리를 마쳐야 한다고 말했다.",
    ),
    "th": (
        "สภาเทศบาลเมืองท่าเก่ามีมติให้ปิดสะพานเก่าไม่ให้รถผ่านเป็นเวลาสามเดือนหลังจากพบรอยร้าวที่เสาสองต้นของสะพาน",
        "ชาวบ้านที่อยู่อีกฝั่งหนึ่งของแม่น้ำจะต้องใช้ถนนทางเหนือซึ่งไกลกว่าแต่ยังคงเปิดให้ทุกคนใช้ได้ตามปกติ",
    ),
}
