"""The language of a text is told where it is plain, and unknown where it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.accuracy.language.tables import sentences, share
from tui.story.language import agreed, detect
from tui.story.wordtables import evidence, surely_english

SAMPLES = {
    "en": "The council of the island has agreed that the fares of all ferries will rise in May, and nobody spoke.",
    "de": "Der Rat der Insel hat am Montag beschlossen, dass die Preise für alle Fähren im Mai steigen werden.",
    "fr": "Le conseil de l’île a décidé lundi que les prix de tous les bacs seront plus élevés dans le nord en mai.",
    "es": (
        "El consejo de la isla decidió el lunes que los precios de todos los barcos van a subir en mayo por la lluvia."
    ),
    "it": (
        "Il consiglio dell’isola ha deciso lunedì che i prezzi di tutti i traghetti della baia sono da alzare a maggio."
    ),
    "pt": (
        "O conselho da ilha decidiu na segunda que os preços de todos os barcos vão subir em maio, "
        "mas não se sabe quando."
    ),
    "nl": (
        "De raad van het eiland heeft maandag besloten dat de prijzen van alle veren in mei zullen "
        "stijgen, maar niet meer."
    ),
    "sv": (
        "Öns råd beslutade i måndags att priserna på alla färjor ska höjas i maj, och det är inte bra "
        "för dem som bor där."
    ),
    "da": (
        "Øens råd besluttede mandag, at priserne på alle færger skal stige i maj, og det er ikke godt "
        "for dem, der bor der efter flere år."
    ),
    "no": (
        "Øyas råd vedtok mandag at prisene på alle ferger skal øke i mai, og det er ikke bra for dem "
        "som bor der etter mange år, sier noen av dem."
    ),
    "fi": (
        "Saaren neuvosto päätti maanantaina, että kaikkien lauttojen hinnat nousevat, mutta se ei ole "
        "hyvä niille, jotka ovat siellä."
    ),
    "pl": (
        "Rada wyspy postanowiła w poniedziałek, że ceny wszystkich promów wzrosną w maju, ale nie "
        "jest to dobre dla tych, którzy się na to nie zgadzają."
    ),
    "tr": (
        "Ada meclisi pazartesi günü bütün vapur ücretlerinin mayısta artacağını söyledi ve bu karar "
        "için çok daha fazla tepki var."
    ),
    "cs": (
        "Rada ostrova se v pondělí rozhodla, že ceny všech lodí budou vyšší, ale to není dobré pro ty, kteří tam jsou."
    ),
    "ru": (
        "Совет острова решил в понедельник, что цены на все паромы вырастут в мае, но это не "
        "понравилось тем, кто там живёт."
    ),
    "uk": (
        "Рада острова вирішила в понеділок, що ціни на всі пороми зростуть у травні, але це не "
        "сподобалося тим, хто там живе."
    ),
    "ar": ("قرر مجلس الجزيرة يوم الاثنين أن أسعار جميع العبارات سترتفع في مايو، وقال إن هذا القرار كان بعد نقاش طويل."),
    "fa": "شورای جزیره روز دوشنبه گفت که قیمت همه کشتی‌ها را در ماه مه بالا می‌برد و این برای مردم خوب نیست.",
    "he": "מועצת האי החליטה ביום שני שמחירי כל המעבורות יעלו בחודש מאי ואיש לא דיבר נגד ההחלטה.",
    "el": "Το συμβούλιο του νησιού αποφάσισε τη Δευτέρα ότι οι τιμές θα αυξηθούν τον Μάιο.",
    "hi": "द्वीप की परिषद ने सोमवार को तय किया कि मई में सभी नौकाओं का किराया बढ़ेगा।",
    "ja": "島の議会は月曜日に、すべての渡し船の料金を五月に上げることを決めました。",
    "zh": "岛上的议会星期一决定，所有渡轮的票价将在五月上涨，没有人反对。",
    "ko": "섬 의회는 월요일에 모든 배의 요금을 오월에 올리기로 결정했다.",
    "th": "สภาของเกาะตัดสินใจในวันจันทร์ว่าค่าโดยสารเรือจะขึ้นในเดือนพฤษภาคม",
}


@pytest.mark.parametrize(("language", "text"), SAMPLES.items(), ids=list(SAMPLES))
def test_a_plain_sentence_tells_its_language(language: str, text: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    "text", ["", "12 345", "Xylo", "?!", "Ferry Reykjavik Osaka", "🚢🚢🚢", "lorem dolor amet sit"]
)
def test_what_tells_nothing_is_undetermined(text: str) -> None:
    assert detect(text) == "und"


def test_a_foreign_quotation_does_not_change_the_language() -> None:
    assert detect(SAMPLES["en"] * 3 + "« Il a dit que non. »") == "en"


@given(st.text(max_size=200))
def test_any_text_has_a_language_of_two_letters_or_none(text: str) -> None:
    assert len(detect(text)) == 2 or detect(text) == "und"


@pytest.mark.parametrize(
    "language", ["ar", "de", "en", "es", "fi", "fr", "it", "ja", "nl", "pt", "ro", "ru", "sv", "tr"]
)
def test_headlines_and_short_sentences_tell_their_language(language: str) -> None:
    _, right, wrong, _ = share(language, map(detect, sentences()[language]))
    assert right >= 90
    assert wrong <= 8


@pytest.mark.parametrize("language", ["da", "no", "pl"])
def test_of_languages_much_alike_most_short_sentences_tell_which_it_is(language: str) -> None:
    _, right, wrong, _ = share(language, map(detect, sentences()[language]))
    assert right >= 70
    assert wrong <= 15


def test_an_english_sentence_of_eight_words_or_more_is_never_undetermined() -> None:
    assert {detect(text) for text in sentences()["en"] if len(text.split()) >= 8} == {"en"}


def test_of_languages_that_are_not_known_and_of_names_most_stay_undetermined() -> None:
    assert share("und", map(detect, sentences()["und"]))[1] >= 70


@pytest.mark.parametrize(
    "headline",
    [
        "Tropical storm kills 12 in Haiti",
        "Police Seek Three Witnesses",
        "MAYOR QUITS AFTER BLAZE",
        "Syrian forces kill 12 in Homs",
    ],
)
def test_a_headline_full_of_names_or_capitals_is_english_by_its_other_words(headline: str) -> None:
    assert detect(headline) == "en"


def test_the_regular_forms_of_english_words_are_english_words() -> None:
    assert detect("Hijackers threatened passengers") == "en"


@given(st.sampled_from(sorted(SAMPLES)), st.integers(1, 40))
def test_a_text_said_again_and_again_keeps_its_language(language: str, times: int) -> None:
    assert detect(" ".join([SAMPLES[language]] * times)) == language


@pytest.mark.parametrize("language", ["de", "ru", "ja"])
@pytest.mark.parametrize("first", [True, False])
def test_a_long_text_is_told_by_its_beginning_or_by_its_middle(language: str, first: bool) -> None:
    table, told = "12 345 67 " * 400, " ".join([SAMPLES[language]] * 40)
    rest = "12 345 67 " * (len(told) // 5)
    assert detect(told + rest if first else table + told + table) == language


def test_a_text_of_two_scripts_in_halves_is_undetermined_and_a_name_in_another_script_changes_nothing() -> None:
    half = SAMPLES["ru"][:60] + " " + SAMPLES["en"][:60]
    assert detect(half) == "und"
    assert detect(f"{SAMPLES['ru']} Reuters") == "ru"
    assert detect(f"{SAMPLES['en']} Правда") == "en"


def test_a_japanese_name_makes_no_japanese_of_a_chinese_text() -> None:
    assert detect(SAMPLES["zh"]) == "zh"
    assert detect(f"{SAMPLES['zh']} {SAMPLES['zh']} きく") == "zh"


def test_an_undetermined_text_is_read_in_the_language_that_all_others_agree_in() -> None:
    texts = ["Xylo", SAMPLES["de"], SAMPLES["de"]]
    assert agreed(texts, ["und", "de", "de"]) == ("de", "de", "de")
    assert agreed(texts, ["und", "de", "fr"]) == ("und", "de", "fr")
    assert agreed(texts, ["de", "de", "de"]) == ("de", "de", "de")


def test_texts_that_are_all_undetermined_are_judged_together() -> None:
    halves = ["Anna Holm", "and the mayor of the town said that"]
    assert agreed(halves, ["und", "und"]) == ("en", "en")
    assert agreed(["Xylo", "12"], ["und", "und"]) == ("und", "und")


_OF_SEVERAL = (
    "the The a in of to and said says for on Monday is are was will die der und in den van het de en la le les et une "
    "que el los por mas no nao com og det som ikke a i on men over under London Paris police fire"
)


@given(st.lists(st.sampled_from(_OF_SEVERAL.split()), max_size=40))
def test_what_is_surely_english_is_clearly_so_by_all_its_words(words: list[str]):
    text = " ".join(words)
    if surely_english(text):
        found = evidence(text, "latin")
        at = found.languages.index("en")
        others = [score for number, score in enumerate(found.scores) if number != at]
        assert not found.letters
        assert found.scores[at] > max(others)
        assert detect(text) == "en"


def test_a_plain_english_sentence_is_surely_english_and_a_german_one_is_not():
    assert surely_english("The council said on Monday that it will close the old bridge for two months.")
    assert not surely_english("Der Stadtrat teilte am Montag mit, dass die alte Brücke gesperrt wird.")
    assert not surely_english("")
