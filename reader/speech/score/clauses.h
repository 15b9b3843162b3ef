/* clauses.h - an utterance as the clauses that are said in one breath, each with its tune. */
#pragma once

#include "speech/score/prosody.h"
#include "text/utterance.h"

/** A run of words of one voice, all quoted or none. Its words are neighbours: first_word … end_word
 * - 1. */
typedef struct {
	guint first_word;
	guint end_word;
	OqLang lang;
	gboolean quoted;
	OqTune tune;
	guint pause_ms; /* behind it, at OQ_SPEED_NORMAL_WPM; 0 behind the last */
} OqClause;

/**
 * oq_clauses_split:
 * @clauses: (element-type OqClause): overwritten: all words of @utterance, in order
 *
 * English words among Kazakh ones stay in their clause, since the Kazakh voice goes over to English
 * by itself; a clause of English words only is English.
 */
void oq_clauses_split(const OqUtterance *utterance, const OqProsody *prosody, GArray *clauses);
