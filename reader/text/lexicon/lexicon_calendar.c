/* lexicon_calendar.c - how the rows of calendar.tsv become the lexicon. */
#include "text/lexicon/lexicon-private.h"

#include <glib/gi18n.h>

/* A year of two digits. */
#define MAX_SHORT_YEAR 99

enum { WORD = 1, STEM, SINGULAR, PLURAL, ATTRIBUTIVE, ATTRIBUTIVE_PLURAL };
static const char *const columns[] = {
	"kind", "word", "stem", "singular", "plural", "attributive", "attributive_plural", NULL};

enum { MONTH, YEAR, LAST_SHORT_YEAR, SHORT };
static const char *const kinds[] = {
	[MONTH] = "month",
	[YEAR] = "year",
	[LAST_SHORT_YEAR] = "last-short-year",
	[SHORT + OQ_SHORT_MONTH] = "short-month",
	[SHORT + OQ_SHORT_MONTH_OR_WORD] = "short-month-or-word",
	[SHORT + OQ_SHORT_WEEKDAY] = "short-weekday",
	NULL,
};

static gboolean
add_month(OqLexicon *lexicon, const OqRow *row, GError **error)
{
	if (lexicon->months->len == 2 * OQ_N_MONTHS)
		return oq_row_refuse(
			row, error, _("there are %d rows of this kind already"), OQ_N_MONTHS);
	char *month = oq_lexicon_keep(lexicon, row, WORD);
	char *stem = oq_lexicon_keep(lexicon, row, STEM);
	g_ptr_array_add(lexicon->months, month);
	g_ptr_array_add(lexicon->months, stem != NULL ? stem : month);
	return TRUE;
}

static gboolean
add_year(OqLexicon *lexicon, const OqRow *row, GError **error)
{
	OqYearAbbreviation *year = g_new0(OqYearAbbreviation, 1);
	year->stem = oq_lexicon_keep(lexicon, row, STEM);
	year->singular = oq_lexicon_keep(lexicon, row, SINGULAR);
	year->plural = oq_lexicon_keep(lexicon, row, PLURAL);
	year->attributive = oq_lexicon_keep(lexicon, row, ATTRIBUTIVE);
	year->attributive_plural = oq_lexicon_keep(lexicon, row, ATTRIBUTIVE_PLURAL);
	g_hash_table_insert(lexicon->year_abbreviations, oq_lexicon_key(lexicon, row, WORD), year);
	return (year->stem != NULL && year->singular != NULL && year->plural != NULL) ||
	       oq_row_refuse(row, error, _("a year needs “stem”, “singular” and “plural”"));
}

static gboolean
add_last_short_year(OqLexicon *lexicon, const OqRow *row, GError **error)
{
	guint64 year;
	if (!oq_row_number(row, WORD, MAX_SHORT_YEAR, &year, error))
		return FALSE;
	lexicon->last_short_year = (guint)year;
	return TRUE;
}

static gboolean
add_short(OqLexicon *lexicon, const OqRow *row, GError **error)
{
	OqShortName *name = g_new0(OqShortName, 1);
	name->kind = row->kind - SHORT;
	name->spoken = oq_lexicon_keep(lexicon, row, SINGULAR);
	g_hash_table_insert(lexicon->short_names, oq_lexicon_key(lexicon, row, WORD), name);
	return name->spoken != NULL ||
	       oq_row_refuse(row, error, _("a short name needs “singular”"));
}

static gboolean
add(gpointer into, const OqRow *row, GError **error)
{
	OqLexicon *lexicon = into;
	switch (row->kind) {
	case MONTH:
		return add_month(lexicon, row, error);
	case YEAR:
		return add_year(lexicon, row, error);
	case LAST_SHORT_YEAR:
		return add_last_short_year(lexicon, row, error);
	default:
		return add_short(lexicon, row, error);
	}
}

const OqRows oq_lexicon_calendar_rows = {columns, 2, kinds, G_N_ELEMENTS(kinds) - 1, add};

guint
oq_lexicon_last_short_year(const OqLexicon *lexicon)
{
	return lexicon->last_short_year;
}
