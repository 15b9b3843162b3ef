/* names.h - the rows that C asks for by name: a table that lacks one of them is refused when it is
 * loaded, and a name that is not here does not compile. */
#pragma once

#include <glib.h>

/** Words that a rule puts in: the names of words.tsv. */
typedef enum {
	OQ_WORD_INTEGER_PART,
	OQ_WORD_MINUS,
	OQ_WORD_OF_THE_YEAR,
	OQ_WORD_HALF_OF_ONE,
	OQ_WORD_AND_A_HALF,
	OQ_WORD_SQUARE,
	OQ_WORD_CUBIC,
	OQ_WORD_SQUARED,
	OQ_WORD_CUBED,
	OQ_WORD_DEGREE,
	OQ_WORD_FAHRENHEIT,
	OQ_WORD_MINUTE,
	OQ_WORD_SECOND,
	OQ_WORD_INCH,
	OQ_WORD_POINT,
	OQ_WORD_AT,
	OQ_WORD_SLASH,
	OQ_WORD_YEARS,
	OQ_WORD_YEAR,
	OQ_WORD_HOUR,
	OQ_WORD_PLUS,
	OQ_WORD_CAPITAL,
	OQ_WORD_OPENED,
	OQ_WORD_CLOSED,
	OQ_WORD_EMOJI,
	OQ_WORD_FLAG,
	OQ_WORD_UNKNOWN_SIGN,
	OQ_WORD_UNKNOWN_NUMBER,
	OQ_WORD_UNKNOWN_CURRENCY,
	OQ_WORD_UNKNOWN_LETTER,
	OQ_WORD_INVISIBLE_SIGN,
	OQ_WORD_FOREIGN_WORDS,
	OQ_WORD_INHERENT_VOWEL,
	OQ_WORD_POWER,
	OQ_WORD_MORE_THAN,
	OQ_WORD_AGED,
	OQ_WORD_NUMBERS,
	OQ_WORD_PERCENT,
	OQ_WORD_DIVIDED_BY,
	OQ_N_NAMED_WORDS,
} OqNamedWord;

/** Endings that a rule attaches or looks for: some of the names of suffixes.tsv. */
typedef enum {
	OQ_NAMED_POSSESSIVE,
	OQ_NAMED_GENITIVE,
	OQ_NAMED_DATIVE,
	OQ_NAMED_LOCATIVE,
	OQ_NAMED_ABLATIVE,
	OQ_NAMED_ATTRIBUTIVE,
	OQ_NAMED_PLURAL,
	OQ_N_NAMED_SUFFIXES,
} OqNamedSuffix;

/** Signs of Russian that a rule says unasked: as russian.tsv has them. */
typedef enum {
	OQ_RUSSIAN_COMMA,
	OQ_RUSSIAN_MINUS,
	OQ_N_NAMED_RUSSIAN,
} OqNamedRussian;

/** oq_names_words: by OqNamedWord, as the table has them; NULL behind the last. */
const char *const *oq_names_words(void);

/** oq_names_suffixes: by OqNamedSuffix, likewise. */
const char *const *oq_names_suffixes(void);

/** oq_names_russian: by OqNamedRussian, likewise. */
const char *const *oq_names_russian(void);
