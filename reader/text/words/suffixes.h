/* suffixes.h - written endings, and the same endings on the word that is really said.
 * kazakh-reading.md, 5; the forms are in suffixes.tsv. */
#pragma once

#include "text/lexicon/lexicon.h"

/** The longest chain of endings that is understood: "інші-сі-н-де" has four. */
#define OQ_SUFFIXES_MAX 6

/** Endings one behind the other, as indexes of oq_lexicon_suffixes(). */
typedef struct {
	guint n;
	guint8 suffix[OQ_SUFFIXES_MAX];
} OqSuffixes;

/**
 * oq_suffixes_parse:
 * @written: "ншісінде", in lower case
 *
 * Returns: FALSE when it is not a chain of endings from its first letter to its last
 */
gboolean oq_suffixes_parse(const OqLexicon *lexicon, OqSlice written, OqSuffixes *suffixes);

/** oq_suffixes_parse_behind_possessive: the same, in the forms that stand behind a 3rd-person
 * possessive: нда, на. */
gboolean oq_suffixes_parse_behind_possessive(
	const OqLexicon *lexicon, OqSlice written, OqSuffixes *suffixes);

/** oq_suffixes_parse_case: the same, but nothing that makes another word of it. */
gboolean oq_suffixes_parse_case(const OqLexicon *lexicon, OqSlice written, OqSuffixes *suffixes);

/**
 * oq_suffixes_attach:
 * @words: not empty; its last word gets the endings, in the forms that this word takes
 *
 * An ordinal or collective ending on a numeral gives its ordinal or collective word.
 */
void oq_suffixes_attach(const OqLexicon *lexicon, const OqSuffixes *suffixes, GString *words);

/** oq_suffixes_attach_behind_possessive: the same on a word that ends in a 3rd-person possessive.
 */
void oq_suffixes_attach_behind_possessive(
	const OqLexicon *lexicon, const OqSuffixes *suffixes, GString *words);

/** oq_suffixes_named: that ending alone. */
OqSuffixes oq_suffixes_named(const OqLexicon *lexicon, OqNamedSuffix suffix);
