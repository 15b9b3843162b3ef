/* glyphs.c - see the header. */
#include "text/repair/glyphs.h"

#include "text/characters/escapes.h"
#include "text/characters/numerics.h"
#include "text/characters/roles.h"
#include "text/repair/entities.h"

#define SOFT_HYPHEN      OQ_SIGN_SOFT_HYPHEN
#define NOT_SIGN         OQ_GLYPHS_NOT_SIGN
#define MIN_NOTE_LETTERS 3
#define MAX_BASE_DIGITS  3 /* 2015¹² is a year with a note */

typedef struct {
	gunichar first;
	gunichar last;
} Range;

static const Range invisible[] = {
	{SOFT_HYPHEN, SOFT_HYPHEN}, /* but at the end of a line */
	{0x034F, 0x034F},           /* grapheme joiner */
	{0x061C, 0x061C},           /* a direction of writing */
	{0x180E, 0x180E},           /* a separator */
	{0x200B, 0x200F},           /* zero-width space, joiners, directions */
	{0x202A, 0x202E},           /* directions */
	{0x2060, 0x2064},           /* word joiner, operators */
	{0x2066, 0x206F},           /* directions, shapes of letters */
	{0xFEFF, 0xFEFF},           /* BOM inside the text */
};

/* What stands for other characters, by their compatibility decomposition, beside the numbers and
 * signs that are made of letters or digits. */
static const Range compatible[] = {
	{0x00B2, 0x00B3},                     /* superscripts */
	{0x00B9, 0x00B9},                     /* one more */
	{0x2070, 0x209C},                     /* and all the others, subscripts */
	{0xFB00, 0xFB06},                     /* ligatures */
	{0xFF01, 0xFFE2},                     /* full width */
	{0xFFE4, 0xFFEE}, {0x1D400, 0x1D7FF}, /* letters and digits in the styles of formulas */
};

static const struct {
	gunichar written;
	gunichar meant;
} signs[] = {
	{0x02BB, 0x2019},                               /* modifier letters that are apostrophes */
	{0x02BC, 0x2019}, {0x02D7, '-'}, {0x066B, ','}, /* Arabic decimal separator */
	{0x2010, '-'}, {0x2011, '-'},                   /* non-breaking hyphen */
	{0x2043, '-'}, {0x2E3A, OQ_SIGN_EM_DASH},       /* two dashes */
	{0x2E3B, OQ_SIGN_EM_DASH}, {0xFE58, OQ_SIGN_EM_DASH}, {0xFE63, '-'},
	{0xFFE3, 0x00AF}, /* a wide macron */
};

static gboolean
is_in(gunichar c, const Range *ranges, guint n_ranges)
{
	for (guint i = 0; i < n_ranges; i++)
		if (c >= ranges[i].first && c <= ranges[i].last)
			return TRUE;
	return FALSE;
}

static gboolean
is_invisible(gunichar c)
{
	return is_in(c, invisible, G_N_ELEMENTS(invisible));
}

static gunichar
meant_sign(gunichar c)
{
	for (guint i = 0; i < G_N_ELEMENTS(signs); i++)
		if (signs[i].written == c)
			return signs[i].meant;
	return c;
}

static gboolean
is_combining(gunichar c)
{
	return c >= 0x0300 && g_unichar_combining_class(c) > 0;
}

/* ㎏, ㊿, Ⓐ */
static gboolean
is_made_of_letters(gunichar c)
{
	if (oq_numerics_is_roman(c))
		return FALSE;
	gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
	gsize n_parts = g_unichar_fully_decompose(c, TRUE, parts, G_N_ELEMENTS(parts));
	gboolean any = FALSE;
	for (gsize i = 0; i < n_parts; i++) {
		if (parts[i] == OQ_SIGN_FRACTION_SLASH)
			return FALSE;
		any = any || g_unichar_isalnum(parts[i]);
	}
	return any && parts[0] != c;
}

static gboolean
is_compatible(gunichar c)
{
	if (is_in(c, compatible, G_N_ELEMENTS(compatible)))
		return TRUE;
	switch (g_unichar_type(c)) {
	case G_UNICODE_LETTER_NUMBER:
	case G_UNICODE_OTHER_NUMBER:
	case G_UNICODE_CURRENCY_SYMBOL:
	case G_UNICODE_MATH_SYMBOL:
	case G_UNICODE_OTHER_SYMBOL:
		return is_made_of_letters(c);
	default:
		return FALSE;
	}
}

gboolean
oq_glyphs_is_simple(gunichar c)
{
	if (oq_escapes_may_begin(c))
		return FALSE;
	return c < 0x80 ||
	       (c != NOT_SIGN && !is_invisible(c) && !is_combining(c) && meant_sign(c) == c &&
		       oq_numerics_value(c) < 0 && !is_compatible(c));
}

static OqGlyph *
last_of(const GArray *glyphs)
{
	return glyphs->len > 0 ? &g_array_index(glyphs, OqGlyph, glyphs->len - 1) : NULL;
}

/* Letters of a case, or of none. */
static gboolean
is_letter(const OqLexicon *lexicon, gunichar c)
{
	OqCharClass class = oq_letters_class(oq_lexicon_letters(lexicon), c);
	return class == OQ_CHAR_LETTER || class == OQ_CHAR_UPPER;
}

static gboolean
is_newline(const OqLexicon *lexicon, gunichar c)
{
	return oq_letters_class(oq_lexicon_letters(lexicon), c) == OQ_CHAR_NEWLINE;
}

static gboolean
is_raised(gunichar c)
{
	return c == 0x00B2 || c == 0x00B3 || c == 0x00B9 || (c >= 0x2070 && c <= 0x207E);
}

static gboolean
is_raised_or_lowered(gunichar c)
{
	return is_raised(c) || (c >= 0x2080 && c <= 0x208E);
}

static gboolean
is_ascii_digit(gunichar c)
{
	return c >= '0' && c <= '9';
}

/* The number of a note, сөз²: no unit of m² has as many letters. */
static gboolean
is_behind_word(const OqLexicon *lexicon, const GArray *glyphs)
{
	guint n = 0;
	while (n < MIN_NOTE_LETTERS && n < glyphs->len) {
		gunichar c = g_array_index(glyphs, OqGlyph, glyphs->len - 1 - n).c;
		if (oq_letters_is_western(c) || !is_letter(lexicon, c))
			return FALSE;
		n++;
	}
	return n == MIN_NOTE_LETTERS;
}

/* A raised or lowered character with another one before or behind it. */
static gboolean
is_in_number(const GArray *glyphs, gunichar next)
{
	const OqGlyph *before = last_of(glyphs);
	gboolean goes_on = before != NULL && before->end - before->start > 1 &&
			   (is_ascii_digit(before->c) || before->c == OQ_SIGN_MINUS);
	return goes_on || is_raised_or_lowered(next);
}

/* м² and 10⁶ are read by their signs' names; a number of several raised digits is not. ™ is a sign
 * although it is made of letters. */
static gboolean
is_named(const OqLexicon *lexicon, const GArray *glyphs, gunichar c, gunichar next)
{
	if (g_unichar_type(c) == G_UNICODE_CURRENCY_SYMBOL)
		return oq_lexicon_is_money(lexicon, c);
	gboolean symbol = g_unichar_type(c) == G_UNICODE_OTHER_SYMBOL;
	OqPunctuation level = symbol ? OQ_PUNCTUATION_ALL : OQ_PUNCTUATION_NONE;
	if (oq_lexicon_sign(lexicon, c, level) == NULL)
		return FALSE;
	if (is_raised_or_lowered(c) && is_in_number(glyphs, next))
		return FALSE;
	return !is_raised(c) || !is_behind_word(lexicon, glyphs);
}

/* Drops what cannot be joined to a letter or digit: a stress mark. */
static gboolean
combine(const OqLexicon *lexicon, GArray *glyphs, OqGlyph mark)
{
	OqGlyph *base = last_of(glyphs);
	if (!is_combining(mark.c) || base == NULL)
		return FALSE;
	gunichar composed;
	if (g_unichar_compose(base->c, mark.c, &composed))
		base->c = composed;
	else if (mark.c > 0x036F || !(is_letter(lexicon, base->c) || is_ascii_digit(base->c)))
		return FALSE;
	base->end = mark.end;
	return TRUE;
}

static void
append_number(GArray *glyphs, OqGlyph glyph, guint number)
{
	if (number > 9)
		append_number(glyphs, glyph, number / 10);
	glyph.c = '0' + number % 10;
	g_array_append_val(glyphs, glyph);
}

static void
append_pause(GArray *glyphs, OqGlyph glyph)
{
	const OqGlyph pause[] = {
		{',', glyph.start, glyph.end, 0}, {' ', glyph.start, glyph.end, 0}};
	g_array_append_vals(glyphs, pause, G_N_ELEMENTS(pause));
}

/* A raised number behind one of few digits is its power, as ^ would say; ¹ alone is a note. */
static gboolean
is_power(const GArray *glyphs, gunichar c, gunichar next)
{
	guint n_digits = 0;
	while (n_digits < glyphs->len &&
		is_ascii_digit(g_array_index(glyphs, OqGlyph, glyphs->len - 1 - n_digits).c))
		n_digits++;
	return is_raised(c) && n_digits <= MAX_BASE_DIGITS && is_raised(next);
}

/* 10¹² must become neither 1012 nor "он он екі" without a pause, nor ⑪⑫ 1112. */
static gboolean
is_apart(const GArray *glyphs, gunichar c)
{
	const OqGlyph *before = last_of(glyphs);
	if (before == NULL || !is_ascii_digit(before->c))
		return FALSE;
	if (is_raised_or_lowered(c))
		return is_raised(c) && before->end - before->start == 1;
	return oq_numerics_is_number(c) && !g_unichar_isdigit(c) &&
	       (oq_numerics_value(c) >= 0 || is_compatible(c));
}

static void
append_compatible(GArray *glyphs, OqGlyph glyph)
{
	gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
	gsize n_parts = g_unichar_fully_decompose(glyph.c, TRUE, parts, G_N_ELEMENTS(parts));
	for (gsize i = 0; i < n_parts; i++) {
		glyph.c = parts[i];
		g_array_append_val(glyphs, glyph);
	}
}

/* Both show at the end of a line only, and there they are hyphens; ¬ within words alone. */
static gboolean
is_soft_hyphen(const OqLexicon *lexicon, const GArray *glyphs, gunichar c, const char *rest)
{
	if (c != SOFT_HYPHEN && c != NOT_SIGN)
		return FALSE;
	const OqGlyph *before = last_of(glyphs);
	gunichar next = g_utf8_get_char(rest);
	return before != NULL && is_letter(lexicon, before->c) &&
	       (is_letter(lexicon, next) || is_newline(lexicon, next));
}

/* Joiners also make one emoji of several. */
static gboolean
is_dropped(const OqLexicon *lexicon, const GArray *glyphs, gunichar c)
{
	if (c != OQ_SIGN_JOINER)
		return is_invisible(c);
	const OqGlyph *before = last_of(glyphs);
	return before == NULL || before->c < 0x80 || is_letter(lexicon, before->c);
}

static void
append(const OqLexicon *lexicon, GArray *glyphs, OqGlyph glyph, gunichar next)
{
	gboolean named = glyph.c < 0x80 || is_named(lexicon, glyphs, glyph.c, next);
	int number = named ? -1 : oq_numerics_value(glyph.c);
	if (!named && is_apart(glyphs, glyph.c)) {
		OqGlyph power = {'^', glyph.start, glyph.end, 0};
		if (is_power(glyphs, glyph.c, next))
			g_array_append_val(glyphs, power);
		else
			append_pause(glyphs, glyph);
	}
	if (named)
		g_array_append_val(glyphs, glyph);
	else if (number >= 0)
		append_number(glyphs, glyph, number);
	else if (is_compatible(glyph.c))
		append_compatible(glyphs, glyph);
	else if (!combine(lexicon, glyphs, glyph)) {
		glyph.c = meant_sign(glyph.c);
		g_array_append_val(glyphs, glyph);
	}
	if (g_unichar_isdigit(next) && is_apart(glyphs, glyph.c))
		append_pause(glyphs, glyph);
}

void
oq_glyphs_read(const OqLexicon *lexicon, OqSlice sentence, GArray *glyphs)
{
	g_array_set_size(glyphs, 0);
	const char *end = sentence.data + sentence.length;
	for (const char *p = sentence.data, *next; p < end; p = next) {
		OqGlyph glyph = {g_utf8_get_char(p), p - sentence.data, 0, 0};
		gsize n_escape = oq_escapes_length(p, end, TRUE);
		next = p + n_escape;
		if (n_escape > 0)
			continue;
		next = glyph.c == '&' ? oq_entities_read(p, end, &glyph.c) : NULL;
		if (next == NULL)
			next = g_utf8_next_char(p);
		glyph.end = next - sentence.data;
		if (next < end && is_soft_hyphen(lexicon, glyphs, glyph.c, next)) {
			if (is_newline(lexicon, g_utf8_get_char(next)))
				g_array_append_val(glyphs, glyph);
		} else if (!is_dropped(lexicon, glyphs, glyph.c)) {
			append(lexicon, glyphs, glyph, next < end ? g_utf8_get_char(next) : 0);
		}
	}
}
