#!/usr/bin/env python3
"""Writes kk/transliteration.tsv: what letters of other alphabets are in Kazakh ones.

usage: python3 voices/transliteration.py >voices/kk/transliteration.tsv

Single letters and their names are Unicode's; what each basic letter sounds like is told here. A letter
with a mark is what it is without, unless a row says otherwise: such rows are not written where Unicode
itself takes the letter apart, which the program does, too.
"""
import re
import sys
import unicodedata

HEAD = """\
#: kind	written	spoken
# Өзге әліпбилердің әріптері: түрі, жазылуы (кіші әріп, не қатар тұрған әріптер; ұзыны бұрын алынады), айтылуы (none – ештеңе).
# Осы кестені voices/transliteration.py жазады: түзету сонда жасалады.
#   letter: әріп; consonant: өзінен кейін дауыстысы жоқ, тағы бір дауыссыз тұрса, арасына «а» қосылатын дауыссыз (араб, иврит, деванагари);
#   sign: дауыстының белгісі, «а» орнына айтылады; script: әріптері бір-бірлеп айтылмайтын жазу (ISO 15924 коды), аты айтылады.
# Letters of other alphabets: kind, as written (a small letter, or several; the longest goes first), as spoken (none: nothing).
# It is written by voices/transliteration.py, which is where to correct it. Kinds:
#   letter: a letter; consonant: one behind which "а" is said before another consonant (Arabic, Hebrew, Devanagari);
#   sign: a mark of a vowel, which is said in its place; script: one whose letters are not said one by one (its ISO 15924 code): its name.
"""

# By the names of letters, without "WITH ..." and the like.
CYRILLIC = dict(
    A="а", BE="б", VE="в", GHE="г", DE="д", IE="е", IO="ё", ZHE="ж", ZE="з", I="и", KA="к", EL="л", EM="м",
    EN="н", O="о", PE="п", ER="р", ES="с", TE="т", U="у", EF="ф", HA="х", TSE="ц", CHE="ч", SHA="ш", SHCHA="щ",
    YERU="ы", E="э", YU="ю", YA="я", DJE="дж", GJE="г", DZE="дз", YI="и", JE="й", LJE="ль", NJE="нь", TSHE="ч",
    KJE="к", DZHE="дж", OMEGA="о", YAT="е", SCHWA="ә", OT="от", KOPPA="к", PALOCHKA="а", KSI="кс", PSI="пс",
    FITA="ф", IZHITSA="и", UK="у", DZELO="з", DJERV="г", DWE="дв", DZWE="дзв", ZHWE="жв", CCHE="ч", DZZE="дз",
    TWE="тв", TSWE="цв", TSSE="ц", TCHE="ч", HWE="хв", SHWE="шв", LHA="л", RHA="р", YAE="я", QA="қ", WE="у",
    IOTA="и", YN="ын")
CYRILLIC.update({
    "ROUND OMEGA": "о", "BROAD OMEGA": "о", "LITTLE YUS": "я", "BIG YUS": "у", "IOTIFIED E": "е",
    "IOTIFIED LITTLE YUS": "я", "IOTIFIED BIG YUS": "ю", "IOTIFIED A": "я", "CLOSED LITTLE YUS": "я",
    "BLENDED YUS": "я", "IOTIFIED CLOSED LITTLE YUS": "я", "IOTIFIED YAT": "е", "REVERSED YU": "ю",
    "MONOGRAPH UK": "у", "BASHKIR KA": "қ", "ALEUT KA": "қ", "ABKHASIAN HA": "х", "ABKHASIAN CHE": "ч",
    "ABKHASIAN DZE": "дз", "KHAKASSIAN CHE": "ч", "BARRED O": "ө", "KOMI DE": "д", "KOMI DJE": "дж",
    "KOMI ZJE": "з", "KOMI DZJE": "дз", "KOMI LJE": "ль", "KOMI NJE": "нь", "KOMI SJE": "с", "KOMI TJE": "т",
    "REVERSED ZE": "з", "REVERSED DZE": "з", "REVERSED TSE": "ц", "SOFT DE": "д", "SOFT EL": "л", "SOFT EM": "м",
    "MONOCULAR O": "о", "BINOCULAR O": "о", "DOUBLE MONOCULAR O": "о", "MULTIOCULAR O": "о", "DOUBLE O": "о",
    "CROSSED O": "о", "STRAIGHT U": "ү", "NARROW O": "о", "LONG-LEGGED DE": "д", "ROUNDED VE": "в",
    "WIDE ES": "с", "TALL TE": "т", "THREE-LEGGED TE": "т", "UNBLENDED UK": "у", "NEUTRAL YER": "ы",
    "YERU WITH BACK YER": "ы", "TALL HARD SIGN": "ъ", "TALL YAT": "е", "SEMISOFT SIGN": "ь",
    "BYELORUSSIAN-UKRAINIAN I": "і", "UKRAINIAN IE": "е", "SHORT I": "й", "SHORT U": "у", "EN GHE": "нг",
    "GHE MIDDLE HOOK": "ғ", "TE TSE": "ц", "LIGATURE A IE": "ә", "LIGATURE EN GHE": "нг", "LIGATURE TE TSE": "ц",
    "VOICED L": "л", "A IE": "ә", "DZZHE": "дж", "DCHE": "ч", "ZEMLYA": "з"})
# What a hook or a stroke changes.
CYRILLIC.update({"GHE WITH MIDDLE HOOK": "ғ", "GHE WITH STROKE AND HOOK": "ғ", "GHE WITH DESCENDER": "ғ",
    "KA WITH HOOK": "қ", "KA WITH STROKE": "қ", "KA WITH VERTICAL STROKE": "қ", "EN WITH HOOK": "ң",
    "EN WITH TAIL": "ң", "EN WITH MIDDLE HOOK": "ң", "EN WITH LEFT HOOK": "ң", "SHHA WITH DESCENDER": "һ",
    "HA WITH DESCENDER": "х", "GHE WITH UPTURN": "г"})

GREEK = dict(ALPHA="а", BETA="в", GAMMA="г", DELTA="д", EPSILON="э", ZETA="з", ETA="и", THETA="т", IOTA="и",
    KAPPA="к", LAMDA="л", MU="м", NU="н", XI="кс", OMICRON="о", PI="п", RHO="р", SIGMA="с", TAU="т", UPSILON="и",
    PHI="ф", CHI="х", PSI="пс", OMEGA="о", DIGAMMA="в", KOPPA="к", SAMPI="с", STIGMA="ст", YOT="й", SAN="с",
    HETA="х", SHO="ш")
GREEK.update({"FINAL SIGMA": "с", "ARCHAIC KOPPA": "к", "ARCHAIC SAMPI": "с", "PAMPHYLIAN DIGAMMA": "в",
    "REVERSED LUNATE SIGMA": "с", "DOTTED LUNATE SIGMA": "с", "REVERSED DOTTED LUNATE SIGMA": "с"})
GREEK_PAIRS = {"ου": "у", "αι": "е", "ει": "и", "οι": "и", "υι": "и", "αυ": "ав", "ευ": "ев", "μπ": "мб", "ντ": "нд",
    "γγ": "нг", "γκ": "нг", "γχ": "нх", "τζ": "дз"}

GEORGIAN = dict(AN="а", BAN="б", GAN="г", DON="д", EN="е", VIN="в", ZEN="з", TAN="т", IN="и", KAN="к", LAS="л",
    MAN="м", NAR="н", ON="о", PAR="п", ZHAR="ж", RAE="р", SAN="с", TAR="т", UN="у", PHAR="п", KHAR="к", GHAN="ғ",
    QAR="қ", SHIN="ш", CHIN="ч", CAN="ц", JIL="дз", CIL="ц", CHAR="ч", XAN="х", JHAN="дж", HAE="һ", HE="е",
    HIE="й", WE="у", HAR="х", HOE="о", FI="ф", YN="ы", ELIFI="а", AIN="ғ", AEN="ә")
GEORGIAN.update({"TURNED GAN": "г", "HARD SIGN": "none", "LABIAL SIGN": "none"})

ARMENIAN = dict(AYB="а", BEN="б", GIM="г", DA="д", ECH="е", ZA="з", EH="э", ET="ы", TO="т", ZHE="ж", INI="и",
    LIWN="л", XEH="х", CA="ц", KEN="к", HO="һ", JA="дз", GHAD="ғ", CHEH="ч", MEN="м", YI="й", NOW="н", SHA="ш",
    VO="о", CHA="ч", PEH="п", JHEH="дж", RA="р", SEH="с", VEW="в", TIWN="т", REH="р", CO="ц", YIWN="в", PIWR="п",
    KEH="к", OH="о", FEH="ф")
ARMENIAN.update({"TURNED AYB": "а"})
ARMENIAN_PAIRS = {"ու": "у", "և": "ев"}

# Consonants with a vowel of their own where none is written.
ARABIC = {"ا": "а", "أ": "а", "إ": "и", "آ": "а", "ٱ": "а", "ى": "а", "ة": "а", "ء": "а", "و": "у", "ؤ": "у",
    "ي": "и", "ئ": "и", "ی": "и", "ە": "э", "ې": "э", "ۆ": "ө", "ۇ": "у", "ۈ": "ү", "ۋ": "в", "ے": "е"}
ARABIC_CONSONANTS = {"ب": "б", "پ": "п", "ت": "т", "ث": "с", "ج": "ж", "چ": "ч", "ح": "х", "خ": "х", "د": "д",
    "ذ": "з", "ر": "р", "ز": "з", "ژ": "ж", "س": "с", "ش": "ш", "ص": "с", "ض": "з", "ط": "т", "ظ": "з", "ع": "ғ",
    "غ": "ғ", "ف": "ф", "ڤ": "в", "ق": "қ", "ك": "к", "ک": "к", "گ": "г", "ڭ": "ң", "ل": "л", "م": "м", "ن": "н",
    "ں": "н", "ه": "һ", "ہ": "һ", "ھ": "һ", "ٹ": "т", "ڈ": "д", "ڑ": "р", "ڠ": "ң", "ڽ": "н", "ڨ": "г", "ڥ": "в"}
ARABIC_SIGNS = {"\u064b": "ан", "\u064c": "ун", "\u064d": "ин", "\u064e": "а", "\u064f": "у", "\u0650": "и",
    "\u0652": "none", "\u0670": "а"}
ARABIC_NAMES = dict(ALEF="ا", BEH="ب", TEH="ت", THEH="ث", JEEM="ج", HAH="ح", KHAH="خ", DAL="د", THAL="ذ", REH="ر",
    ZAIN="ز", SEEN="س", SHEEN="ش", SAD="ص", DAD="ض", TAH="ط", ZAH="ظ", AIN="ع", GHAIN="غ", FEH="ف", QAF="ق",
    KAF="ك", LAM="ل", MEEM="م", NOON="ن", HEH="ه", WAW="و", YEH="ي", PEH="پ", TCHEH="چ", JEH="ژ", VEH="ڤ",
    GAF="گ", NG="ڭ", KEHEH="ک", AE="ە", OE="ۆ", U="ۇ", YU="ۈ", VE="ۋ", E="ې", TTEH="ٹ", DDAL="ڈ", RREH="ڑ",
    TTEHEH="ت", BEEH="ب", TEHEH="ت", BEHEH="ب", NYEH="ن", DYEH="ج", TCHEHEH="چ", DAHAL="د", DDAHAL="د", DUL="د",
    NGOEH="ڭ", RNOON="ن", PEHEH="پ", HAMZA="ء", KIRGHIZ="ۇ", ZHEH="ژ")
ARABIC_NAMES.update({"SWASH KAF": "ك", "TEH MARBUTA": "ة", "FARSI YEH": "ی", "ALEF MAKSURA": "ى", "HEH GOAL": "ہ",
    "HEH DOACHASHMEE": "ھ", "YEH BARREE": "ے", "NOON GHUNNA": "ں", "HIGH HAMZA": "ء", "KIRGHIZ OE": "ۆ",
    "KIRGHIZ YU": "ۈ", "TEH MARBUTA GOAL": "ة", "DOTLESS BEH": "ب", "DOTLESS FEH": "ف", "DOTLESS QAF": "ق",
    "AFRICAN FEH": "ف", "AFRICAN QAF": "ق", "AFRICAN NOON": "ن", "DOTLESS KHAH": "خ", "LOW ALEF": "ا",
    "ROHINGYA YEH": "ي", "SINDHI POSTPOSITION MEN": "م", "BURUSHASKI YEH BARREE": "ے", "WAVY HAMZA": "ء",
    "YUDH": "ي", "STRAIGHT WAW": "و", "NOON KASHMIRI": "ن", "YEH BARREE WITH HAMZA": "ے", "KASHMIRI YEH": "ي",
    "HIGH HAMZA ALEF": "ا", "HIGH HAMZA WAW": "و", "HIGH HAMZA YEH": "ي", "GUEH": "گ", "THIN YEH": "ي", "GRAF": "گ"})

HEBREW = {"א": "а", "ו": "о", "י": "и", "ע": "а"}
HEBREW_CONSONANTS = {"ב": "в", "ג": "г", "ד": "д", "ה": "һ", "ז": "з", "ח": "х", "ט": "т", "כ": "х", "ך": "х",
    "ל": "л", "מ": "м", "ם": "м", "נ": "н", "ן": "н", "ס": "с", "פ": "ф", "ף": "ф", "צ": "ц", "ץ": "ц", "ק": "к",
    "ר": "р", "ש": "ш", "ת": "т"}
HEBREW_PAIRS = {"װ": "в", "ױ": "ой", "ײ": "ей", "ׯ": "ие"}
HEBREW_SIGNS = {"\u05b0": "none", "\u05b1": "е", "\u05b2": "а", "\u05b3": "о", "\u05b4": "и", "\u05b5": "е",
    "\u05b6": "е", "\u05b7": "а", "\u05b8": "а", "\u05b9": "о", "\u05ba": "о", "\u05bb": "у", "\u05c7": "о"}

DEVANAGARI_VOWELS = dict(A="а", AA="а", I="и", II="и", U="у", UU="у", E="э", AI="ай", O="о", AU="ау", OE="ө",
    UUE="ү", OOE="ө", AW="о", UE="ү", OM="ом")
DEVANAGARI_VOWELS.update({"VOCALIC R": "ри", "VOCALIC RR": "ри", "VOCALIC L": "ли", "VOCALIC LL": "ли",
    "CANDRA E": "е", "CANDRA O": "о", "SHORT E": "е", "SHORT O": "о", "SHORT A": "а", "CANDRA LONG E": "е",
    "PRISHTHAMATRA E": "е", "CANDRA A": "а"})
DEVANAGARI = dict(KA="к", KHA="кх", GA="г", GHA="гх", NGA="ң", CA="ч", CHA="ч", JA="дж", JHA="дж", NYA="нь",
    TTA="т", TTHA="т", DDA="д", DDHA="д", NNA="н", TA="т", THA="т", DA="д", DHA="д", NA="н", NNNA="н", PA="п",
    PHA="ф", BA="б", BHA="бх", MA="м", YA="й", RA="р", RRA="р", LA="л", LLA="л", LLLA="л", VA="в", SHA="ш",
    SSA="ш", SA="с", HA="һ", ZHA="ж", MARWARI="д", GGA="г", JJA="дж", DDDA="д", BBA="б", ZA="з", FA="ф",
    QA="қ", KHHA="х", GHHA="ғ", DDDHA="р", RHA="р", YYA="й")
DEVANAGARI.update({"MARWARI DDA": "д", "HEAVY YA": "й", "GLOTTAL STOP": "к"})

INITIALS = ["г", "к", "н", "д", "т", "р", "м", "б", "п", "с", "с", "none", "дж", "ч", "ч", "к", "т", "п", "һ"]
MEDIALS = ["а", "ә", "я", "я", "о", "э", "ё", "е", "о", "уа", "уә", "ө", "ё", "у", "уо", "уе", "уи", "ю", "ы", "ый",
    "и"]
FINALS = ["к", "к", "к", "н", "н", "н", "т", "л", "к", "м", "л", "л", "л", "л", "л", "м", "п", "п", "т", "т", "ң",
    "т", "т", "к", "т", "п", "т"]

KANA = dict(A="а", I="и", U="у", E="э", O="о", KA="ка", KI="ки", KU="ку", KE="ке", KO="ко", SA="са", SI="ши",
    SU="су", SE="се", SO="со", TA="та", TI="чи", TU="цу", TE="те", TO="то", NA="на", NI="ни", NU="ну", NE="не",
    NO="но", HA="ха", HI="хи", HU="фу", HE="хе", HO="хо", MA="ма", MI="ми", MU="му", ME="ме", MO="мо", YA="я",
    YU="ю", YO="ё", RA="ра", RI="ри", RU="ру", RE="ре", RO="ро", WA="уа", WI="и", WE="е", WO="о", N="н", VU="ву",
    GA="га", GI="ги", GU="гу", GE="ге", GO="го", ZA="дза", ZI="джи", ZU="дзу", ZE="дзе", ZO="дзо", DA="да",
    DI="джи", DU="дзу", DE="де", DO="до", BA="ба", BI="би", BU="бу", BE="бе", BO="бо", PA="па", PI="пи", PU="пу",
    PE="пе", PO="по", VA="ва", VI="ви", VE="ве", VO="во")
SOFT = {"YA": "я", "YU": "ю", "YO": "ё"}
HARD = {"я": "а", "ю": "у", "ё": "о"}

# Latin letters that Unicode does not take apart, by their names; other ones are what the name begins with.
LATIN = {"AE": "ae", "SHARP S": "ss", "ETH": "d", "THORN": "th", "DOTLESS I": "i", "KRA": "q", "ENG": "n",
    "LONG S": "s", "OI": "oi", "YR": "yr", "ESH": "sh", "EZH": "zh", "WYNN": "w", "DZ": "dz", "HV": "hv", "YOGH": "y",
    "OU": "ou", "OPEN E": "e", "OPEN O": "o", "SCHWA": "a", "ALPHA": "a", "GAMMA": "g", "IOTA": "i", "UPSILON": "u",
    "PHI": "f", "CHI": "x", "OMEGA": "o", "BETA": "b", "DELTA": "d", "THETA": "th", "RAMS HORN": "o", "TESH": "ch",
    "DEZH": "j", "TS": "ts", "TC": "tc", "LEZH": "l", "INSULAR D": "d", "INSULAR F": "f", "INSULAR G": "g",
    "INSULAR R": "r", "INSULAR S": "s", "INSULAR T": "t", "TURNED INSULAR G": "g", "VEND": "v", "IS": "is", "CON": "con", "US": "us",
    "RUM": "rum", "UM": "um", "DUM": "dum", "LUM": "lum", "MUM": "mum", "NUM": "num", "TUM": "tum", "ET": "et",
    "RUM ROTUNDA": "rum", "R ROTUNDA": "r", "VISIGOTHIC Z": "z", "MIDDLE-WELSH V": "v", "MIDDLE-WELSH LL": "ll",
    "TRESILLO": "k", "CUATRILLO": "k", "HENG": "h", "HALF H": "h", "EGYPTOLOGICAL ALEF": "a",
    "EGYPTOLOGICAL AIN": "a", "GLOTTAL I": "i", "GLOTTAL A": "a", "GLOTTAL U": "u", "VOLAPUK AE": "ae",
    "VOLAPUK OE": "oe", "VOLAPUK UE": "ue", "GHA": "gh", "TONE TWO": "ng", "TONE FIVE": "f", "TONE SIX": "b",
    "BIDENTAL PERCUSSIVE": "t", "BILABIAL PERCUSSIVE": "p", "BILABIAL CLICK": "p", "GLOTTAL STOP": "k",
    "PHARYNGEAL VOICED FRICATIVE": "a", "INVERTED GLOTTAL STOP": "k", "REVERSED GLOTTAL STOP": "a",
    "DENTAL CLICK": "t", "LATERAL CLICK": "l", "ALVEOLAR CLICK": "t", "RETROFLEX CLICK": "k", "STRETCHED C": "c",
    "SINOLOGICAL DOT": "a", "DB DIGRAPH": "d", "QP DIGRAPH": "q", "TURNED AE": "ae", "BARRED O": "o", "TH": "th", "UE": "ue",
    "BROKEN L": "l", "LONG OVERLAPPING": "o", "BLACKLETTER O": "o", "BLACKLETTER E": "e", "STIRRUP R": "r",
    "GLOTTAL STOP WITH STROKE": "k", "REVERSED GLOTTAL STOP WITH STROKE": "a", "OPEN OE": "oe", "INVERTED OE": "oe",
    "SAKHA YAT": "ya", "UO": "uo", "DZ DIGRAPH": "dz", "TS DIGRAPH": "ts", "TC DIGRAPH": "tc", "AIN": "a",
    "MALAYALAM": "l", "BARRED": "i", "DOUBLE THORN": "th", "DOUBLE WYNN": "w", "SIDEWAYS DIAERESIZED U": "u",
    "LAMBDA": "l", "REVERSED ESH LOOP": "sh", "TWO": "dz", "SQUAT REVERSED ESH": "sh", "DEZH DIGRAPH": "j",
    "TESH DIGRAPH": "ch", "FENG DIGRAPH": "fng", "VOICED LARYNGEAL SPIRANT": "a", "GREEK GAMMA": "g", "GREEK PHI": "f",
    "CYRILLIC EN": "n", "TAILLESS PHI": "f", "LOW CIRCUMFLEX ACCENT": "none", "SALTILLO": "k", "DOUBLE R": "rr",
    "BASELINE ESH": "sh", "IOTIFIED E": "ye", "SUPERSCRIPT TRIANGULAR COLON": "none",
    "SUPERSCRIPT HALF TRIANGULAR COLON": "none"}

SCRIPTS = {
    "Hani": "иероглифтер", "Hang": "корей жазуы", "Hira": "жапон жазуы", "Kana": "жапон жазуы", "Arab": "араб жазуы",
    "Hebr": "еврей жазуы", "Deva": "деванагари жазуы", "Grek": "грек жазуы", "Geor": "грузин жазуы", "Armn": "армян жазуы", "Bopo": "қытай жазуы", "Thai": "тай жазуы", "Laoo": "лаос жазуы", "Khmr": "кхмер жазуы",
    "Mymr": "бирма жазуы", "Beng": "бенгал жазуы", "Guru": "пенджаб жазуы", "Gujr": "гуджарат жазуы", "Orya": "ория жазуы",
    "Taml": "тамил жазуы", "Telu": "телугу жазуы", "Knda": "каннада жазуы", "Mlym": "малаялам жазуы",
    "Sinh": "сингал жазуы", "Tibt": "тибет жазуы", "Mong": "моңғол жазуы", "Ethi": "эфиоп жазуы", "Cher": "чероки жазуы",
    "Cans": "канада жазуы", "Syrc": "сирия жазуы", "Thaa": "мальдив жазуы", "Java": "ява жазуы", "Bali": "бали жазуы",
    "Orkh": "көне түркі жазуы", "Runr": "руна жазуы", "Goth": "гот жазуы", "Copt": "копт жазуы", "Glag": "глагол жазуы",
    "Egyp": "мысыр иероглифтері", "Xsux": "сына жазу", "Yiii": "и халқының жазуы", "Tfng": "бербер жазуы",
    "Phag": "пагба жазуы", "Ougr": "көне ұйғыр жазуы", "Sogd": "соғды жазуы"}

rows = {}


def add(kind, written, spoken):
    small = written.lower()
    if unicodedata.normalize("NFC", written) == written and small == written and written not in rows:
        rows[written] = (kind, spoken)


def letters(first, last, pattern):
    """The letters from first to last with what the pattern takes out of their names."""
    for code in range(first, last + 1):
        char = chr(code)
        name = unicodedata.name(char, "")
        match = re.match(pattern, name)
        if match and unicodedata.category(char)[0] in "LM":
            yield char, match.group("name"), name


def plain(char):
    """What Unicode itself makes of a letter, without its marks."""
    return [c for c in unicodedata.normalize("NFKD", char) if not unicodedata.category(c).startswith("M")]


def bare(name):
    return re.split(r" WITH | FORM$", name)[0]


def by_names(first, last, pattern, table, kind="letter"):
    for char, name, whole in letters(first, last, pattern):
        if unicodedata.decomposition(char) and plain(char) != [char]:
            continue
        spoken = table.get(name, table.get(bare(name)))
        if spoken is None:
            sys.stderr.write(f"{char} {code_of(char)} {whole}: not known\n")
        else:
            add(kind, char, spoken)


def code_of(char):
    return f"U+{ord(char):04X}"


def own_letters():
    path = sys.argv[0].replace("transliteration.py", "kk/letters.tsv")
    with open(path, encoding="utf-8") as table:
        return {line[0] for line in table if not line.startswith("#")}


def cyrillic(own):
    pattern = r"CYRILLIC (?:SMALL )?(?:LETTER |LIGATURE )(?P<name>.*)"
    for first, last in ((0x0430, 0x052F), (0x1C80, 0x1C8F), (0xA640, 0xA69F)):
        for char, name, whole in letters(first, last, pattern):
            if char in own or whole.startswith("CYRILLIC CAPITAL") or unicodedata.normalize("NFD", char) != char:
                continue
            by_names(ord(char), ord(char), pattern, CYRILLIC)


def latin():
    pattern = r"(?:LATIN|MODIFIER LETTER) (?:SMALL )?(?:LETTER |LIGATURE )?(?:SMALL CAPITAL |SMALL )?(?P<name>.*)"
    ranges = ((0x00C0, 0x02AF), (0x1D00, 0x1DBF), (0x1E00, 0x1EFF), (0x2C60, 0x2C7F), (0xA720, 0xA7FF), (0xAB30, 0xAB6F), (0x10780, 0x107BF), (0x1DF00, 0x1DFFF))
    for first, last in ranges:
        for char, name, whole in letters(first, last, pattern):
            if unicodedata.category(char) == "Lu" or all(c < "\x80" for c in plain(char)):
                continue
            spoken = LATIN.get(name, LATIN.get(bare(name)))
            words = [w for w in bare(name).split() if w not in ("TURNED", "REVERSED", "SIDEWAYS", "INSULAR", "SCRIPT",
                "CLOSED", "SMALL", "CAPITAL", "LETTER", "BARRED", "DOTLESS", "LONG", "OPEN", "INVERTED", "LENIS",
                "TOP", "BOTTOM", "HALF", "BLACKLETTER", "OLD", "POLISH", "EPIGRAPHIC", "ARCHAIC", "SQUARED", "ANGLICANA", "MIDDLE", "SCOTS", "SIGMOID")]
            spoken = spoken or LATIN.get(" ".join(words)) or (words[0].lower() if words and len(words[0]) <= 2 else None)
            if spoken is not None:
                add("letter", char, spoken)
            else:
                sys.stderr.write(f"{char} {code_of(char)} {whole}: not known\n")


def arabic():
    for table, kind in ((ARABIC, "letter"), (ARABIC_CONSONANTS, "consonant"), (ARABIC_SIGNS, "sign")):
        for char, spoken in table.items():
            add(kind, char, spoken)
    pattern = r"ARABIC LETTER (?P<name>.*)"
    for first, last in ((0x0620, 0x06FF), (0x0750, 0x077F), (0x0870, 0x08FF)):
        for char, name, whole in letters(first, last, pattern):
            base = ARABIC_NAMES.get(name, ARABIC_NAMES.get(bare(name), ARABIC_NAMES.get(bare(name).split()[0])))
            if base is None and char not in rows:
                sys.stderr.write(f"{char} {code_of(char)} {whole}: not known\n")
            elif base is not None and char not in rows:
                add(*[rows[base][0], char, rows[base][1]])


def devanagari():
    ranges = ((0x0900, 0x097F), (0xA8E0, 0xA8FF))
    for first, last in ranges:
        for char, name, whole in letters(first, last, r"DEVANAGARI (?P<name>.*)"):
            kind, _, name = name.rpartition("LETTER ") if "LETTER" in name else name.rpartition("VOWEL SIGN ")
            if "VOWEL SIGN" in whole:
                add("sign", char, DEVANAGARI_VOWELS.get(name, "а").replace("э", "е"))
            elif name in DEVANAGARI_VOWELS:
                add("letter", char, DEVANAGARI_VOWELS[name])
            elif name in DEVANAGARI:
                add("consonant", char, DEVANAGARI[name])
    add("sign", "\u094d", "none")
    add("letter", "\u0902", "н")
    add("letter", "\u0901", "н")
    add("letter", "\u0903", "х")
    add("letter", "ॐ", "ом")


def hangul():
    for first, names, count in ((0x1100, INITIALS, 19), (0x1161, MEDIALS, 21), (0x11A8, FINALS, 27)):
        for i in range(count):
            add("letter", chr(first + i), names[i])


def kana():
    for script in ("HIRAGANA", "KATAKANA"):
        known = {}
        for code in list(range(0x3041, 0x3100)) + list(range(0x31F0, 0x3200)):
            name = unicodedata.name(chr(code), "")
            match = re.match(script + r" LETTER (?P<small>SMALL )?(?P<name>[A-Z]+)$", name)
            if match and match["name"] in KANA:
                known[match["small"] or "", match["name"]] = chr(code)
                add("letter", chr(code), KANA[match["name"]])
        for (small, name), char in known.items():
            if small or not name.endswith("I") or name == "I":
                continue
            for soft, vowel in SOFT.items():
                sound = KANA[name][:-1]
                add("letter", char + known["SMALL ", soft], sound + (HARD[vowel] if sound in ("ш", "ч", "дж") else vowel))
        double = known.get(("SMALL ", "TU")) or {"HIRAGANA": "っ", "KATAKANA": "ッ"}[script]
        rows.pop(double, None)
        add("letter", double, "т")
        for (small, name), char in list(known.items()):
            first = KANA[name][0]
            if not small and first in "кстпцчшбгд":
                add("letter", double + char, first + KANA[name])
    add("letter", "ゝ", "none")
    add("letter", "ー", "none")


def main():
    cyrillic(own_letters())
    latin()
    others = {"ª": "a", "ŉ": "n", "ſ": "s", "ⅎ": "f", "ↄ": "c", "ᴫ": "л", "ꙿ": "ъ"}
    for char, spoken in others.items():
        add("letter", char, spoken)
    for code in range(0x02B0, 0x0300):
        if unicodedata.category(chr(code)) == "Lm" and plain(chr(code)) == [chr(code)]:
            add("letter", chr(code), "none")
    for i, letter in enumerate("dlnrst"):
        add("letter", chr(0x1DF25 + i), letter)
    greek = r"GREEK (?:SMALL LETTER |LETTER |SMALL )(?P<name>.*?)(?: SYMBOL)?$"
    by_names(0x0370, 0x03FF, greek, GREEK)
    for pairs in (GREEK_PAIRS, ARMENIAN_PAIRS, HEBREW_PAIRS):
        for written, spoken in pairs.items():
            add("letter", written, spoken)
    by_names(0x10D0, 0x10FF, r"GEORGIAN LETTER (?P<name>.*)", GEORGIAN)
    by_names(0x2D00, 0x2D2D, r"GEORGIAN SMALL LETTER (?P<name>.*)", GEORGIAN)
    by_names(0x0560, 0x0588, r"ARMENIAN SMALL LETTER (?P<name>.*)", ARMENIAN)
    arabic()
    for table, kind in ((HEBREW, "letter"), (HEBREW_CONSONANTS, "consonant"), (HEBREW_SIGNS, "sign")):
        for char, spoken in table.items():
            add(kind, char, spoken)
    devanagari()
    hangul()
    kana()
    sys.stdout.write(HEAD)
    for written, (kind, spoken) in rows.items():
        marked = unicodedata.category(written[0])[0] != "L" or 0x0370 <= ord(written[0]) <= 0x037F
        shown = code_of(written) if len(written) == 1 and marked else written
        sys.stdout.write(f"{kind}\t{shown}\t{spoken}\n")
    for code, name in SCRIPTS.items():
        sys.stdout.write(f"script\t{code}\t{name}\n")


main()
