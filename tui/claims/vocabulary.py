"""Words that carry a fact by themselves: numbers, dates and negations, in the languages of most copy."""


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _counted(words: str, first: int, step: int) -> dict[str, str]:
    return {word: str(first + step * place) for place, word in enumerate(words.split())}


NUMBERS: dict[str, str] = {
    **_counted(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen",
        0,
        1,
    ),
    **_counted("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
    **{
        word: word
        for word in _listed(
            "hundred thousand million billion trillion dozen dozens hundreds thousands millions billions"
            " half third quarter twice double triple both first second fourth fifth sixth seventh eighth"
            " ninth tenth"
        )
    },
}
"""Number words and what they are compared as."""

DATES = _listed(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july"
    " august september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue"
    " tues wed thu thur thurs fri sat sun today yesterday tomorrow tonight overnight"
    " montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz juni juli oktober"
    " dezember gestern heute morgen"
    " lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août"
    " septembre octobre novembre décembre hier demain"
    " lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio"
    " agosto septiembre octubre noviembre diciembre ayer mañana"
)

AMBIGUOUS_DATES = _listed("may march mars sun sat mar mai morgen")
"""Dates only when capitalised: in small letters they are other words."""

NEGATIONS = _listed(
    "no not never none nobody nothing nowhere neither nor cannot without hardly scarcely barely"
    " nicht kein keine keinen keinem keiner nie niemals niemand nichts ohne"
    " ne pas jamais aucun aucune sans rien ni nunca ningún ninguna sin nada nadie"
    " non nessun nessuno mai senza não nem nenhum sem"
)

FUNCTION_WORDS = _listed(
    "a an the this that these those it its he she they we i you his her their our my your and but or so if"
    " as at by for from in into of on over to under up with after before when while who what where why how"
    " there here then now also yet still however although though because since until once some many most"
    " more much all any each every few several other another such only just even is are was were be been"
    " being has have had do does did will would can could should might must may"
)
"""English words that are capitalised only because they begin a sentence."""
