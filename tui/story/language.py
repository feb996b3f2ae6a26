"""The language of a text, cheaply: by its script, then by the function words that grammar makes frequent."""

import re
from collections import Counter

_SAMPLE = 6_000
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# First and last characters of ranges. Patterns of such wide ranges take longer to compile than a text to count.
_SCRIPTS = {
    "latin": (("A", "Z"), ("a", "z"), ("\u00c0", "\u024f"), ("\u1e00", "\u1eff")),
    "cyrillic": (("\u0400", "\u052f"),),
    "arabic": (("\u0620", "\u06ff"), ("\u0750", "\u077f")),
    "he": (("\u0590", "\u05ff"),),
    "el": (("\u0370", "\u03ff"), ("\u1f00", "\u1fff")),
    "hi": (("\u0900", "\u097f"),),
    "th": (("\u0e00", "\u0e7f"),),
    "ko": (("\u1100", "\u11ff"), ("\uac00", "\ud7af")),
    "kana": (("\u3040", "\u30ff"),),
    "han": (("\u3400", "\u4dbf"), ("\u4e00", "\u9fff")),
}
_FUNCTION_WORDS = {
    "latin": {
        "en": (
            "the of and to in is that for was with as on by at from his her he she it this are were "
            "have has had not but they said who which will would been their an be or its after more "
            "than about when if what you we i"
        ),
        "de": (
            "der die das und den dem des ein eine einen einem einer ist nicht mit von zu im auf für "
            "sich auch als es an werden aus er hat dass sie nach wird bei noch wie einen war sind "
            "über habe haben wurde vor zum zur aber"
        ),
        "fr": (
            "le la les de des du et un une est que qui dans en pour pas au aux par sur il elle ne se "
            "ce sont avec plus a été son ses sa cette mais ou ont leur ils d'un d'une qu'il c'est "
            "être nous vous"
        ),
        "es": (
            "el la los las de del y que en un una es por con para no se su al lo como más pero sus le "
            "ha este esta fue son entre cuando sobre también han ser sin ya porque desde hasta donde "
            "está"
        ),
        "it": (
            "il lo la i gli le di del della dei delle che e un una è per in con non si da nel nella "
            "al alla sono anche come più ma ha dal dalla questo su degli hanno stato essere suo sua "
            "dopo ed cui"
        ),
        "pt": (
            "o a os as de do da dos das e que em um uma é para com não se no na nos nas por mais foi "
            "ao como mas seu sua ou ser são pelo pela também já tem está à entre após muito isso "
            "foram"
        ),
        "nl": (
            "de het een en van in is dat op te zijn met voor niet die er aan om ook als bij door maar "
            "naar hij ze heeft wordt uit over nog dan hebben was werd worden ze meer tot geen zich "
            "deze"
        ),
        "sv": (
            "och att det i en som är på av för den med inte till har de om ett var jag han men sig "
            "från så kan när nu ska också eller efter vid hade mot under skulle där än ut bara alla "
            "detta"
        ),
        "da": (
            "og at det i en af er på til for den med ikke som har de der et var jeg han men sig fra "
            "så kan når nu skal også eller efter ved havde mod blev være ud efter hvor kun alle dette "
            "af hvad"
        ),
        "no": (
            "og at det i en av er på til for den med ikke som har de et var jeg han men seg fra så "
            "kan når nå skal også eller etter ved hadde mot ble være ut hvor bare alle dette hva blir "
            "sier noen"
        ),
        "fi": (
            "ja on ei että se oli hän mutta joka ovat kun myös ole sen ovat kuin tai niin mukaan jos "
            "vain jo mitä tämä hänen olisi sekä ollut vielä nyt jälkeen ennen siitä voi noin"
        ),
        "pl": (
            "w i na z się że nie do to jest o jak za od po co przez ale dla są oraz ma tym jego być "
            "został ich przed czy już który która które tego było tak może był ze także"
        ),
        "tr": (
            "ve bir bu için ile de da olarak çok daha olan en gibi ne kadar sonra var ancak dedi ama "
            "değil olduğunu ise ya her şu oldu o iki tarafından göre ki"
        ),
        "ro": (
            "și de în a la cu nu pe este că un o din pentru care mai au fost sunt se ce să prin lui "
            "ale al dar după într-un fi aceasta acest"
        ),
        "cs": (
            "a v se na je že s z do o to i k ve po jako za od by ale pro byl jsou který však která "
            "které také podle už jeho před není bude jsem nebo při"
        ),
        "hu": (
            "a az és hogy nem is egy van ez volt már csak meg de ki mint azt még szerint vagy el lesz "
            "után lehet között amely ha"
        ),
    },
    "cyrillic": {
        "ru": (
            "и в не на что с по это как из для от к за он его но о был а то так же она были может "
            "после или при ее все у до также которые который чтобы они бы только во со"
        ),
        "uk": (
            "і в не на що з у та до для від за про як це по але його є він року або під був який її "
            "також через після які ми так й щоб вони із буде може"
        ),
        "bg": (
            "и на в за да не се от с е че са по до това който като след при няма ще ги беше така но "
            "или му към със"
        ),
    },
    "arabic": {
        "ar": (
            "في من على إلى أن التي الذي عن مع هذا هذه ما لا كان بعد بين قال كما أو لم قد كانت ذلك "
            "وقال خلال عام حيث إن وفي منذ قبل هو عند"
        ),
        "fa": (
            "و در به از که این را با است برای آن بر تا یک خود شد می هم کرد شده پس گفت اما نیز بود "
            "باید دو یا هر کرده ها ای آنها"
        ),
        "ur": (
            "کے کی میں ہے اور سے کا نے کو پر کہ یہ ہیں کہا اس تھا ایک بھی نہیں گیا ہو جو تو وہ کر لیے "
            "ان ساتھ"
        ),
    },
}  # fmt: skip
_WORDS = {
    script: {language: frozenset(words.split()) for language, words in languages.items()}
    for script, languages in _FUNCTION_WORDS.items()
}
# Words and letters that tell apart languages with much grammar in common.
_TELLING = {
    "da": re.compile(r"\b(?:af|blev|hvad|nu|efter|mod|også|fra|siger|meget|mellem)\b|\w+tion\b"),
    "no": re.compile(r"\b(?:av|ble|hva|nå|etter|mot|fra|sier|mye|mellom|noen|ikkje)\b|\w+sjon\b"),
    "sv": re.compile(r"[äö]|\b(?:och|att|är|för|från)\b"),
}


def detect(text: str) -> str:
    """The ISO 639-1 code of the language of `text`, "und" where unsure.

    Looks at six thousand characters of the beginning and the middle, however long the text is.
    """
    middle = len(text) // 2
    sample = text if len(text) <= _SAMPLE else text[: _SAMPLE // 2] + " " + text[middle : middle + _SAMPLE // 2]
    counts = _letters(sample)
    letters = sum(counts.values())
    script = max(counts, key=lambda each: counts[each])
    if not letters:
        return "und"
    if script in ("han", "kana"):
        return "ja" if counts["kana"] > 0.1 * letters else "zh"
    if counts[script] < 0.6 * letters:
        return "und"
    return _by_words(sample, script) if script in _WORDS else script


def _letters(sample: str) -> dict[str, int]:
    """How many characters of each script stand in `sample`."""
    counts = dict.fromkeys(_SCRIPTS, 0)
    for character, count in Counter(sample).items():
        for script, ranges in _SCRIPTS.items():
            if any(first <= character <= last for first, last in ranges):
                counts[script] += count
    return counts


def _by_words(sample: str, script: str) -> str:
    words = Counter(match.group().replace("’", "'") for match in _WORD.finditer(sample.lower()))
    total = sum(words.values())
    scores = {
        language: float(sum(words[word] for word in known)) for language, known in _WORDS[script].items()
    }  # fmt: skip
    for language, pattern in _TELLING.items():
        if scores.get(language):
            scores[language] += sum(1 for _ in pattern.finditer(sample.lower()))
    best, second = sorted(scores, key=lambda each: -scores[each])[:2]
    distinct = sum(1 for word in _WORDS[script][best] if words[word])
    sure = distinct >= 2 and scores[best] >= 0.1 * total and scores[best] >= 1.15 * scores[second]
    return best if sure else "und"
