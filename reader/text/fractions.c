#include "text/fractions.h"

#include "text/numerals.h"
#include "text/suffixes.h"

#include <string.h>

/* Beyond billionths nobody follows. */
#define MAX_NAMED_PLACES 9

/* оннан, жүзден, мыңнан, он мыңнан … */
static void
say_denominator(const OqLexicon *lexicon, gsize n_places, GString *words)
{
	static const char power[] = "1000000000";
	oq_numerals_cardinal(lexicon, (OqSlice){power, n_places + 1}, words);
	OqSuffixes ablative;
	if (oq_suffixes_find(lexicon, "ablative", &ablative))
		oq_suffixes_attach(lexicon, &ablative, words);
}

void
oq_fractions_decimal(const OqLexicon *lexicon, OqSlice whole, OqSlice fraction, GString *words)
{
	oq_numerals_cardinal(lexicon, whole, words);
	g_string_append_c(words, ' ');
	g_string_append(words, oq_lexicon_word(lexicon, "integer-part"));
	if (fraction.length > MAX_NAMED_PLACES) {
		oq_numerals_digits(lexicon, fraction, words);
		return;
	}
	say_denominator(lexicon, fraction.length, words);
	oq_numerals_cardinal(lexicon, fraction, words);
}
