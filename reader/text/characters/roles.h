/* roles.h - what single characters do in a text: which end a sentence, open a quotation, divide or
 * belong to a word. One table; what a role is for stands at its name. */
#pragma once

#include <glib.h>

/** As bits: a character may have several. */
typedef enum {
	OQ_ROLE_TERMINAL = 1 << 0, /* may end a sentence: . ! ? … */
	OQ_ROLE_CLAUSE = 1 << 1,   /* a clause may end behind it: , ; : ) */
	OQ_ROLE_DASH = 1 << 2,     /* hyphens and dashes */
	OQ_ROLE_MINUS = 1 << 3,    /* written like a dash, too */
	OQ_ROLE_WORD = 1 << 4,     /* stands within words: - ' ’ */
	OQ_ROLE_OPENER = 1 << 5,   /* may stand before the first word of a sentence */
	OQ_ROLE_CLOSER = 1 << 6,   /* … and between the mark that ends it and the space */
	OQ_ROLE_INNER = 1 << 7,    /* opens, whatever is before it: no space behind it */
	OQ_ROLE_UNQUOTE = 1 << 8,  /* ends what was said */
	OQ_ROLE_EDGE = 1 << 9,     /* brackets and quotation marks: ends a phrase of a language */
	OQ_ROLE_PAUSE = 1 << 10,   /* … a part of one, as a dash does: , : ; ! ? */
	OQ_ROLE_UNFINISHED = 1 << 11,  /* at the end of a line: the sentence goes on */
	OQ_ROLE_SHORT = 1 << 12,       /* … before which a full line may be short: . ! ? : */
	OQ_ROLE_BULLET = 1 << 13,      /* begins an item of a list, as a dash does */
	OQ_ROLE_PUNCTUATION = 1 << 14, /* stays in what is spoken: heard as pause and tone */
	OQ_ROLE_DECIMAL = 1 << 15,     /* between the whole and its fraction */
	OQ_ROLE_GROUP = 1 << 16,       /* the space between groups of digits */
	OQ_ROLE_SLASH = 1 << 17,       /* between numerator and denominator */
	OQ_ROLE_NUMERO = 1 << 18,      /* № */
} OqRole;

/** Characters that are asked for by themselves. */
enum {
	OQ_SIGN_SOFT_HYPHEN = 0x00AD,
	OQ_SIGN_JOINER = 0x200D, /* makes one pictograph of two */
	OQ_SIGN_EN_DASH = 0x2013,
	OQ_SIGN_EM_DASH = 0x2014,
	OQ_SIGN_APOSTROPHE = 0x2019,
	OQ_SIGN_ELLIPSIS = 0x2026,
	OQ_SIGN_FRACTION_SLASH = 0x2044,
	OQ_SIGN_NUMERO = 0x2116,
	OQ_SIGN_MINUS = 0x2212,
};

/** oq_roles_of: bits of OqRole; 0: none. */
guint32 oq_roles_of(gunichar c);

/** oq_roles_have: whether the character has one of the roles. */
static inline gboolean
oq_roles_have(gunichar c, guint32 roles)
{
	return (oq_roles_of(c) & roles) != 0;
}

/** oq_roles_roman: the capital I, V, X, L, C, D or M that the character is or, in another alphabet,
 * looks like; 0: none. */
char oq_roles_roman(gunichar c);
