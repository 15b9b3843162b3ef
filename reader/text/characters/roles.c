/* roles.c - see the header. */
#include "text/characters/roles.h"

enum {
	QUOTE = OQ_ROLE_OPENER | OQ_ROLE_CLOSER | OQ_ROLE_PUNCTUATION, /* the same on both sides */
	OPENS = OQ_ROLE_OPENER | OQ_ROLE_INNER | OQ_ROLE_EDGE,
	CLOSES = OQ_ROLE_CLOSER | OQ_ROLE_EDGE,
	ENDS = OQ_ROLE_TERMINAL | OQ_ROLE_SHORT | OQ_ROLE_PUNCTUATION,
	DIVIDES = OQ_ROLE_CLAUSE | OQ_ROLE_PAUSE | OQ_ROLE_PUNCTUATION,
	HYPHEN = OQ_ROLE_DASH | OQ_ROLE_WORD | OQ_ROLE_PUNCTUATION,
	DASH = OQ_ROLE_DASH | OQ_ROLE_UNFINISHED | OQ_ROLE_PUNCTUATION,
};

static const guint32 roles[] = {
	[' '] = OQ_ROLE_GROUP,
	['!'] = ENDS | OQ_ROLE_PAUSE,
	['"'] = QUOTE | OQ_ROLE_EDGE | OQ_ROLE_UNQUOTE,
	['\''] = QUOTE | OQ_ROLE_WORD,
	['('] = OPENS | OQ_ROLE_UNFINISHED | OQ_ROLE_PUNCTUATION,
	[')'] = CLOSES | OQ_ROLE_CLAUSE | OQ_ROLE_PUNCTUATION,
	['*'] = OQ_ROLE_BULLET,
	[','] = DIVIDES | OQ_ROLE_UNFINISHED | OQ_ROLE_DECIMAL,
	['-'] = HYPHEN,
	['.'] = ENDS | OQ_ROLE_DECIMAL,
	['/'] = OQ_ROLE_SLASH,
	[':'] = DIVIDES | OQ_ROLE_SHORT,
	[';'] = DIVIDES,
	['?'] = ENDS | OQ_ROLE_PAUSE,
	['['] = OPENS,
	[']'] = CLOSES,
	['{'] = OQ_ROLE_INNER | OQ_ROLE_EDGE,
	['}'] = OQ_ROLE_EDGE,
	[0x00A0] = OQ_ROLE_GROUP,                                    /* no-break space */
	[0x00AB] = OPENS | OQ_ROLE_UNFINISHED | OQ_ROLE_PUNCTUATION, /* « */
	[0x00B7] = OQ_ROLE_BULLET,                                   /* · */
	[0x00BB] = CLOSES | OQ_ROLE_UNQUOTE | OQ_ROLE_PUNCTUATION,   /* » */
	[0x061F] = OQ_ROLE_TERMINAL,                                 /* ؟ */
	[0x06D4] = OQ_ROLE_TERMINAL,                                 /* ۔ */
	[0x2009] = OQ_ROLE_GROUP,                                    /* thin space */
	[0x2010] = HYPHEN | OQ_ROLE_UNFINISHED,                      /* hyphen */
	[0x2011] = HYPHEN | OQ_ROLE_UNFINISHED,                      /* no-break hyphen */
	[0x2012] = DASH,                                             /* figure dash */
	[OQ_SIGN_EN_DASH] = DASH,
	[OQ_SIGN_EM_DASH] = DASH,
	[0x2015] = DASH,                                                /* horizontal bar */
	[0x2018] = OQ_ROLE_OPENER | OQ_ROLE_PUNCTUATION,                /* ‘ */
	[0x2019] = OQ_ROLE_CLOSER | OQ_ROLE_WORD | OQ_ROLE_PUNCTUATION, /* ’ */
	[0x201A] = OQ_ROLE_PUNCTUATION,                                 /* ‚ */
	[0x201B] = OQ_ROLE_PUNCTUATION,                                 /* ‛ */
	[0x201C] = QUOTE | OQ_ROLE_EDGE,                           /* “, which also closes „ */
	[0x201D] = CLOSES | OQ_ROLE_UNQUOTE | OQ_ROLE_PUNCTUATION, /* ” */
	[0x201E] = OPENS | OQ_ROLE_PUNCTUATION,                    /* „ */
	[0x201F] = OQ_ROLE_EDGE | OQ_ROLE_PUNCTUATION,             /* ‟ */
	[0x2022] = OQ_ROLE_BULLET,                                 /* • */
	[0x2023] = OQ_ROLE_BULLET,                                 /* ‣ */
	[OQ_SIGN_ELLIPSIS] = OQ_ROLE_TERMINAL | OQ_ROLE_PUNCTUATION,
	[0x202F] = OQ_ROLE_GROUP,                /* narrow no-break space */
	[0x2039] = OQ_ROLE_INNER | OQ_ROLE_EDGE, /* ‹ */
	[0x203A] = OQ_ROLE_EDGE,                 /* › */
	[OQ_SIGN_FRACTION_SLASH] = OQ_ROLE_SLASH,
	[OQ_SIGN_NUMERO] = OQ_ROLE_NUMERO,
	[OQ_SIGN_MINUS] = OQ_ROLE_MINUS,
	[0x25A0] = OQ_ROLE_BULLET, /* ■ */
	[0x25AA] = OQ_ROLE_BULLET, /* ▪ */
	[0x25CF] = OQ_ROLE_BULLET, /* ● */
	[0x25E6] = OQ_ROLE_BULLET, /* ◦ */
	[0x2713] = OQ_ROLE_BULLET, /* ✓ */
	[0x27A2] = OQ_ROLE_BULLET, /* ➢ */
};

static const char romans[] = {
	['C'] = 'C',
	['D'] = 'D',
	['I'] = 'I',
	['L'] = 'L',
	['M'] = 'M',
	['V'] = 'V',
	['X'] = 'X',
	[0x0399] = 'I', /* Greek Ι */
	[0x03A7] = 'X', /* Greek Χ */
	[0x0406] = 'I', /* Cyrillic І */
	[0x041C] = 'M', /* Cyrillic М */
	[0x0421] = 'C', /* Cyrillic С */
	[0x0425] = 'X', /* Cyrillic Х */
	[0x04C0] = 'I', /* palochka Ӏ */
};

guint32
oq_roles_of(gunichar c)
{
	return c < G_N_ELEMENTS(roles) ? roles[c] : 0;
}

char
oq_roles_roman(gunichar c)
{
	return c < G_N_ELEMENTS(romans) ? romans[c] : '\0';
}
