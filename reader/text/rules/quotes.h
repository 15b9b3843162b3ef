/* quotes.h - what is quoted, from sentence to sentence: «…», “…”, „…“, "…".
 *
 * A single word in quotation marks is a name, and not quoted. */
#pragma once

#include "text/words/sentence.h"

#define OQ_QUOTES_MAX_DEPTH 4

/** The quotations that are open. */
typedef struct {
	struct {
		gunichar opener;
		gboolean name;
	} open[OQ_QUOTES_MAX_DEPTH];
	guint depth;
} OqQuotes;

/** oq_quotes_follow: goes past some tokens. */
void oq_quotes_follow(OqQuotes *quotes, const OqSentence *sentence, guint at, guint n_tokens);

/** oq_quotes_are_open: whether what comes next is quoted. */
gboolean oq_quotes_are_open(const OqQuotes *quotes);
