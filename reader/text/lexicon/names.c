/* names.c - see the header. */
#include "text/lexicon/names.h"

static const char *const words[] = {
	[OQ_WORD_INTEGER_PART] = "integer-part",
	[OQ_WORD_MINUS] = "minus",
	[OQ_WORD_OF_THE_YEAR] = "of-the-year",
	[OQ_WORD_HALF_OF_ONE] = "half-of-one",
	[OQ_WORD_AND_A_HALF] = "and-a-half",
	[OQ_WORD_SQUARE] = "square",
	[OQ_WORD_CUBIC] = "cubic",
	[OQ_WORD_SQUARED] = "squared",
	[OQ_WORD_CUBED] = "cubed",
	[OQ_WORD_DEGREE] = "degree",
	[OQ_WORD_FAHRENHEIT] = "fahrenheit",
	[OQ_WORD_MINUTE] = "minute",
	[OQ_WORD_SECOND] = "second",
	[OQ_WORD_INCH] = "inch",
	[OQ_WORD_POINT] = "point",
	[OQ_WORD_AT] = "at",
	[OQ_WORD_SLASH] = "slash",
	[OQ_WORD_YEARS] = "years",
	[OQ_WORD_YEAR] = "year",
	[OQ_WORD_HOUR] = "hour",
	[OQ_WORD_PLUS] = "plus",
	[OQ_WORD_CAPITAL] = "capital",
	[OQ_WORD_OPENED] = "opened",
	[OQ_WORD_CLOSED] = "closed",
	[OQ_WORD_EMOJI] = "emoji",
	[OQ_WORD_FLAG] = "flag",
	[OQ_WORD_UNKNOWN_SIGN] = "unknown-sign",
	[OQ_WORD_UNKNOWN_NUMBER] = "unknown-number",
	[OQ_WORD_UNKNOWN_CURRENCY] = "unknown-currency",
	[OQ_WORD_UNKNOWN_LETTER] = "unknown-letter",
	[OQ_WORD_INVISIBLE_SIGN] = "invisible-sign",
	[OQ_WORD_FOREIGN_WORDS] = "foreign-words",
	[OQ_WORD_INHERENT_VOWEL] = "inherent-vowel",
	[OQ_WORD_POWER] = "power",
	[OQ_WORD_MORE_THAN] = "more-than",
	[OQ_WORD_AGED] = "aged",
	[OQ_WORD_NUMBERS] = "numbers",
	[OQ_WORD_PERCENT] = "percent",
	[OQ_WORD_DIVIDED_BY] = "divided-by",
	[OQ_N_NAMED_WORDS] = NULL,
};

static const char *const suffixes[] = {
	[OQ_NAMED_POSSESSIVE] = "possessive",
	[OQ_NAMED_GENITIVE] = "genitive",
	[OQ_NAMED_DATIVE] = "dative",
	[OQ_NAMED_LOCATIVE] = "locative",
	[OQ_NAMED_ABLATIVE] = "ablative",
	[OQ_NAMED_ATTRIBUTIVE] = "attributive",
	[OQ_NAMED_PLURAL] = "plural",
	[OQ_N_NAMED_SUFFIXES] = NULL,
};

static const char *const russian[] = {
	[OQ_RUSSIAN_COMMA] = ",",
	[OQ_RUSSIAN_MINUS] = "-",
	[OQ_N_NAMED_RUSSIAN] = NULL,
};

const char *const *
oq_names_words(void)
{
	return words;
}

const char *const *
oq_names_suffixes(void)
{
	return suffixes;
}

const char *const *
oq_names_russian(void)
{
	return russian;
}
