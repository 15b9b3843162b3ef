/* traits.h - what a character says of the text around it: whether it may need repair. Part of
 * clean.c. Each character is judged once, when it is met first. */
#pragma once

#include "text/lexicon/lexicon.h"

/** Two bytes of UTF-8 hold no more: what is beyond is judged each time. */
#define OQ_N_TRAITS 0x0800

/** As bits: Latin and Cyrillic side by side are dirty. */
typedef enum {
	OQ_TRAIT_NONE = 0,
	OQ_TRAIT_LATIN = 1,
	OQ_TRAIT_CYRILLIC = 2,
	OQ_TRAIT_DIRTY = OQ_TRAIT_LATIN | OQ_TRAIT_CYRILLIC,
	OQ_TRAIT_SPACE = 4,
	OQ_TRAIT_NEWLINE = 8,
	OQ_TRAIT_POINT = 16,     /* between initials: does not part the letters around it */
	OQ_TRAIT_AMPERSAND = 32, /* may begin an entity */
	OQ_TRAIT_UNKNOWN = 64,
	OQ_TRAIT_MARKED = 128, /* beside another: Kazakh in Latin or Arabic letters may have it, or
				  no voice */
} OqTrait;

typedef struct {
	const OqLexicon *lexicon;
	guint8 known[OQ_N_TRAITS]; /* of OqTrait */
} OqTraits;

/** oq_traits_init: @lexicon must outlive them. */
void oq_traits_init(OqTraits *traits, const OqLexicon *lexicon);

/** oq_traits_learn: the trait of a character that is not known yet. */
OqTrait oq_traits_learn(OqTraits *traits, gunichar c);

/** oq_traits_next: of the character at *p, behind which *p is then. */
static inline OqTrait
oq_traits_next(OqTraits *traits, const char **p)
{
	const guchar *b = (const guchar *)*p;
	gunichar c = b[0];
	if (c >= 0xE0) {
		c = g_utf8_get_char(*p);
		*p = g_utf8_next_char(*p);
		return oq_traits_learn(traits, c);
	}
	if (c >= 0x80)
		c = (c & 0x1F) << 6 | (b[1] & 0x3F);
	*p += 1 + (c >= 0x80);
	OqTrait trait = traits->known[c];
	return trait != OQ_TRAIT_UNKNOWN ? trait : oq_traits_learn(traits, c);
}
