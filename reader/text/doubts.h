/* doubts.h - what of a sentence was guessed: who reads a text before it goes on air looks there. */
#pragma once

#include "text/lexicon/lexicon.h"
#include "text/utterance.h"

typedef enum {
	OQ_DOUBT_ABBREVIATION, /* letters with a point or without a vowel that no table has */
	OQ_DOUBT_ACRONYM,      /* capitals that no table has */
	OQ_DOUBT_NAME,         /* in letters of another alphabet: said by the rules of a language */
	OQ_DOUBT_SIGN,         /* that is not read */
	OQ_DOUBT_DATE,         /* figures that may be another date, or none */
} OqDoubtKind;

typedef struct {
	OqDoubtKind kind;
	guint64 start; /* source range, in bytes; end is exclusive */
	guint64 end;
	guint first_word; /* what is said of it */
	guint end_word;   /* … up to here; the same: nothing */
} OqDoubt;

/** oq_doubts_find: @doubts: (element-type OqDoubt): is emptied, and receives them, ascending. */
void oq_doubts_find(const OqLexicon *lexicon, const OqUtterance *utterance, GArray *doubts);
