/* numbering.c - see the header. */
#include "open/numbering.h"

#include "text/characters/letters.h"

enum {
	MAX_ROMAN = 3999,
	MAX_LETTERS = 8, /* of a number that is letters; longer ones are decimal */
	MAX_LABEL_BYTES = 128,
	N_LATIN = 26,
	N_RUSSIAN = 29,
};

/* Those of the alphabet that lists leave out, by their places behind а: й, ъ, ь. ё stands apart. */
static gunichar
russian_letter(guint nth)
{
	static const guint left_out[] = {9, 26, 28};
	for (gsize i = 0; i < G_N_ELEMENTS(left_out); i++)
		nth += nth >= left_out[i];
	return OQ_LETTERS_SMALL_CYRILLIC + nth;
}

static gunichar
letter(gboolean is_russian, guint nth, gboolean is_upper)
{
	gunichar c = is_russian ? russian_letter(nth) : 'a' + nth;
	return is_upper ? g_unichar_toupper(c) : c;
}

/* FALSE: they are too many. */
static gboolean
append_letters(
	GString *out, gboolean is_russian, gboolean is_doubled, gboolean is_upper, gint64 number)
{
	guint n_letters = is_russian ? N_RUSSIAN : N_LATIN, n = 0;
	gunichar found[MAX_LETTERS];
	if (is_doubled) {
		gint64 times = (number - 1) / n_letters + 1;
		for (; n < times && n < MAX_LETTERS; n++)
			found[n] = letter(is_russian, (guint)((number - 1) % n_letters), is_upper);
		if (n < times)
			return FALSE;
	} else {
		for (; number > 0 && n < MAX_LETTERS; number = (number - 1) / n_letters)
			found[n++] =
				letter(is_russian, (guint)((number - 1) % n_letters), is_upper);
	}
	while (n > 0)
		g_string_append_unichar(out, found[--n]);
	return TRUE;
}

static void
append_roman(GString *out, gboolean is_upper, gint64 number)
{
	static const struct {
		gint value;
		const char *small, *large;
	} rows[] = {{1000, "m", "M"}, {900, "cm", "CM"}, {500, "d", "D"}, {400, "cd", "CD"},
		{100, "c", "C"}, {90, "xc", "XC"}, {50, "l", "L"}, {40, "xl", "XL"}, {10, "x", "X"},
		{9, "ix", "IX"}, {5, "v", "V"}, {4, "iv", "IV"}, {1, "i", "I"}};
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
		for (; number >= rows[i].value; number -= rows[i].value)
			g_string_append(out, is_upper ? rows[i].large : rows[i].small);
}

void
oq_numbering_append(GString *out, OqNumberingSigns signs, gboolean is_upper, gint64 number)
{
	gboolean is_russian =
		signs == OQ_NUMBERING_RUSSIAN || signs == OQ_NUMBERING_RUSSIAN_DOUBLED;
	gboolean is_doubled =
		signs == OQ_NUMBERING_DOUBLED || signs == OQ_NUMBERING_RUSSIAN_DOUBLED;
	gboolean is_letters = is_russian || is_doubled || signs == OQ_NUMBERING_LETTERS;
	if (signs == OQ_NUMBERING_NONE)
		return;
	if (signs == OQ_NUMBERING_ROMAN && number > 0 && number <= MAX_ROMAN)
		append_roman(out, is_upper, number);
	else if (!is_letters || number < 1 ||
		 !append_letters(out, is_russian, is_doubled, is_upper, number))
		g_string_append_printf(out,
			signs == OQ_NUMBERING_PADDED ? "%02" G_GINT64_FORMAT : "%" G_GINT64_FORMAT,
			number);
}

static gint
start_of(const OqNumberingLevel *level)
{
	return level != NULL ? level->start : 1;
}

/* Those within the level begin anew. */
static void
reset_within(OqNumbering *numbering, const OqNumberingLevel *const *levels, guint level)
{
	for (guint i = level + 1; i < OQ_NUMBERING_LEVELS; i++)
		if (levels[i] == NULL || level < levels[i]->restart)
			numbering->is_begun[i] = FALSE;
}

void
oq_numbering_next(OqNumbering *numbering, const OqNumberingLevel *const *levels, guint level)
{
	if (level >= OQ_NUMBERING_LEVELS)
		return;
	if (!numbering->is_begun[level])
		numbering->numbers[level] = start_of(levels[level]);
	else if (numbering->numbers[level] < G_MAXINT)
		numbering->numbers[level]++;
	numbering->is_begun[level] = TRUE;
	reset_within(numbering, levels, level);
}

/* A level that has not begun is seen as if it had. */
static void
append_level(const OqNumbering *numbering, const OqNumberingLevel *const *levels, guint level,
	gboolean is_decimal, GString *out)
{
	const OqNumberingLevel *one = levels[level];
	if (one == NULL || one->signs == OQ_NUMBERING_NONE)
		return;
	gint number = numbering->is_begun[level] ? numbering->numbers[level] : start_of(one);
	oq_numbering_append(
		out, is_decimal ? OQ_NUMBERING_DECIMAL : one->signs, one->is_upper, number);
}

char *
oq_numbering_label(const OqNumbering *numbering, const OqNumberingLevel *const *levels, guint level)
{
	const OqNumberingLevel *own = level < OQ_NUMBERING_LEVELS ? levels[level] : NULL;
	if (own == NULL || own->signs == OQ_NUMBERING_NONE || own->pattern == NULL)
		return NULL;
	g_autoptr(GString) label = g_string_new(NULL);
	for (const char *p = own->pattern; *p != '\0' && label->len < MAX_LABEL_BYTES; p++) {
		if (*p == '%' && p[1] >= '1' && p[1] <= '9')
			append_level(
				numbering, levels, (guint)(*++p - '1'), own->is_decimal, label);
		else
			g_string_append_c(label, *p);
	}
	char *text = g_utf8_make_valid(label->str, (gssize)label->len);
	if (*g_strstrip(text) != '\0')
		return text;
	g_free(text);
	return NULL;
}

void
oq_numbering_level_init(OqNumberingLevel *level)
{
	*level = (OqNumberingLevel){
		.signs = OQ_NUMBERING_DECIMAL, .start = 1, .restart = OQ_NUMBERING_LEVELS};
}

void
oq_numbering_level_clear(OqNumberingLevel *level)
{
	g_clear_pointer(&level->pattern, g_free);
}
