/* traits.h - what a character says of the text around it: whether it may need repair. Part of
 * clean.c; the lexicon keeps a table of it. */
#pragma once

#include "text/lexicon/lexicon.h"

/** Two bytes of UTF-8 hold no more: oq_lexicon_traits() has so many. */
#define OQ_N_TRAITS 0x0800

/** As bits: Latin and Cyrillic side by side are dirty. */
typedef enum {
	OQ_TRAIT_NONE = 0,
	OQ_TRAIT_LATIN = 1,
	OQ_TRAIT_CYRILLIC = 2,
	OQ_TRAIT_DIRTY = OQ_TRAIT_LATIN | OQ_TRAIT_CYRILLIC,
	OQ_TRAIT_SPACE = 4,
	OQ_TRAIT_NEWLINE = 8,
	OQ_TRAIT_POINT = 16, /* between initials: does not part the letters around it */
} OqTrait;

/** oq_traits_of: of any character, from the lexicon's letters and look-alikes. */
OqTrait oq_traits_of(const OqLexicon *lexicon, gunichar c);
