/* rests.h - a pause that is written in a text: [pause 2s], [пауза 0,5 с], [үзіліс 500 мс]. */
#pragma once

#include "text/lexicon/lexicon.h"

typedef struct {
	const char *start; /* the opening bracket */
	const char *end;   /* behind the closing one */
	guint rest_ms;     /* at most OQ_REST_MAX_MS */
} OqRest;

/**
 * oq_rests_find: the first one of a text.
 * @text: valid UTF-8
 *
 * Returns: FALSE: there is none; a longer pause is none
 */
gboolean oq_rests_find(const OqLexicon *lexicon, OqSlice text, OqRest *rest);
