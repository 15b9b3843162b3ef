/* lexicon_measures.c - the rows of units and money, and the units that prefixes make of them. */
#include "text/lexicon/lexicon-private.h"

#include <glib/gi18n.h>

#include <string.h>

/* No unit is longer, so that no other word need be made small. */
#define MAX_UNIT_BYTES 32

enum { UNIT_WRITTEN = 1, UNIT_SPOKEN, UNIT_PREFIXES, UNIT_PER };
static const char *const unit_columns[] = {"kind", "written", "spoken", "prefixes", "per", NULL};
static const char *const unit_kinds[] = {
	[OQ_UNIT_PREFIX] = "prefix",
	[OQ_UNIT_LENGTH] = "length",
	[OQ_UNIT_PLAIN] = "unit",
	[OQ_UNIT_PREFIXED] = "prefixed",
	[OQ_UNIT_LETTER] = "letter",
	[OQ_UNIT_SQUARE] = "square",
	[OQ_UNIT_CUBE] = "cube",
	[OQ_UNIT_COLUMN] = "column",
	[OQ_UNIT_QUANTITY] = "quantity",
	NULL,
};

/* A letter is known by its case, and па, ма are words: of two letters none may be a vowel, unless
 * the unit is written so. */
static gboolean
is_known_anyhow(const OqLexicon *lexicon, OqSlice symbol, OqSlice lower)
{
	glong n_chars = g_utf8_strlen(lower.data, (gssize)lower.length);
	return n_chars > 2 ||
	       (n_chars == 2 && (oq_slice_equal(&symbol, &lower) ||
					!oq_letters_has_vowel(lexicon->letters, lower)));
}

/* The first in the table is the one that careless letters mean. */
static void
add_anyhow(OqLexicon *lexicon, OqSlice symbol, OqUnit *unit)
{
	g_autoptr(GString) lower = g_string_new(NULL);
	oq_letters_lower(lexicon->letters, symbol, lower);
	OqSlice key = {lower->str, lower->len};
	if (is_known_anyhow(lexicon, symbol, key) &&
		!g_hash_table_contains(lexicon->units_anyhow, &key))
		g_hash_table_insert(lexicon->units_anyhow, oq_lexicon_key_of(lexicon, key), unit);
}

static void
add_symbol(OqLexicon *lexicon, OqSlice symbol, const OqUnit *unit)
{
	OqSlice *key = oq_lexicon_key_of(lexicon, symbol);
	OqUnit *copy = g_memdup2(unit, sizeof *unit);
	g_hash_table_insert(lexicon->units, key, copy);
	add_anyhow(lexicon, symbol, copy);
}

/* к and Вт: кВт, киловатт. */
static gboolean
add_prefixed(OqLexicon *lexicon, const OqRow *row, const char *prefix, const OqUnit *unit,
	GError **error)
{
	OqSlice key = oq_slice(prefix);
	const char *spoken = g_hash_table_lookup(lexicon->unit_prefixes, &key);
	if (g_hash_table_size(lexicon->unit_prefixes) == 0) /* the kind is missing: that is told */
		return TRUE;
	if (spoken == NULL)
		return oq_row_refuse(row, error, _("“%s” is no prefix of a row above"), prefix);
	g_autofree char *symbol = g_strconcat(prefix, oq_row_cell(row, UNIT_WRITTEN), NULL);
	g_autofree char *name = g_strconcat(spoken, unit->spoken, NULL);
	OqUnit prefixed = *unit;
	prefixed.spoken = oq_lexicon_keep_slice(lexicon, oq_slice(name));
	prefixed.kind = unit->kind == OQ_UNIT_LENGTH ? OQ_UNIT_LENGTH : OQ_UNIT_PLAIN;
	add_symbol(lexicon, oq_slice(symbol), &prefixed);
	return TRUE;
}

static gboolean
add_all_prefixes(OqLexicon *lexicon, const OqRow *row, const OqUnit *unit, GError **error)
{
	const char *cell = oq_row_cell(row, UNIT_PREFIXES);
	if (cell[0] == '\0' || strcmp(cell, "-") == 0)
		return TRUE;
	g_auto(GStrv) prefixes = g_strsplit(cell, " ", -1);
	for (guint i = 0; prefixes[i] != NULL; i++)
		if (!add_prefixed(lexicon, row, prefixes[i], unit, error))
			return FALSE;
	return TRUE;
}

static gboolean
add_unit(gpointer into, const OqRow *row, GError **error)
{
	OqLexicon *lexicon = into;
	OqUnit unit = {
		.spoken = oq_lexicon_keep(lexicon, row, UNIT_SPOKEN),
		.per = oq_lexicon_keep(lexicon, row, UNIT_PER),
		.kind = row->kind,
	};
	switch (unit.kind) {
	case OQ_UNIT_PREFIX:
		g_hash_table_insert(lexicon->unit_prefixes,
			oq_lexicon_key(lexicon, row, UNIT_WRITTEN),
			oq_lexicon_keep(lexicon, row, UNIT_SPOKEN));
		return TRUE;
	case OQ_UNIT_PREFIXED:
		break;
	default:
		add_symbol(lexicon, oq_slice(oq_row_cell(row, UNIT_WRITTEN)), &unit);
	}
	return add_all_prefixes(lexicon, row, &unit, error);
}

enum { MONEY_WRITTEN = 1, MONEY_SPOKEN, MONEY_HUNDREDTH };
static const char *const money_columns[] = {"kind", "written", "spoken", "hundredth", NULL};
static const char *const money_kinds[] = {
	[OQ_MONEY_SIGN] = "sign",
	[OQ_MONEY_CODE] = "code",
	[OQ_MONEY_WORD] = "word",
	[OQ_MONEY_SCALE] = "scale",
	NULL,
};

static gboolean
add_money(gpointer into, const OqRow *row, G_GNUC_UNUSED GError **error)
{
	OqLexicon *lexicon = into;
	if (row->kind == OQ_MONEY_SCALE) {
		g_hash_table_insert(lexicon->money_scales,
			oq_lexicon_key(lexicon, row, MONEY_WRITTEN),
			oq_lexicon_keep(lexicon, row, MONEY_SPOKEN));
		return TRUE;
	}
	OqMoney *money = g_new0(OqMoney, 1);
	money->spoken = oq_lexicon_keep(lexicon, row, MONEY_SPOKEN);
	money->hundredth = oq_lexicon_keep(lexicon, row, MONEY_HUNDREDTH);
	money->kind = row->kind;
	g_hash_table_insert(
		lexicon->currencies, oq_lexicon_key(lexicon, row, MONEY_WRITTEN), money);
	return TRUE;
}

#define N_KINDS(names) names, G_N_ELEMENTS(names) - 1

const OqRows oq_lexicon_unit_rows = {unit_columns, 3, N_KINDS(unit_kinds), add_unit};
const OqRows oq_lexicon_money_rows = {money_columns, 3, N_KINDS(money_kinds), add_money};

const OqUnit *
oq_lexicon_measure(const OqLexicon *lexicon, OqSlice symbol, gboolean anyhow)
{
	const OqUnit *unit = g_hash_table_lookup(lexicon->units, &symbol);
	if (unit != NULL || !anyhow || symbol.length > MAX_UNIT_BYTES)
		return unit;
	g_autoptr(GString) lower = g_string_sized_new(MAX_UNIT_BYTES);
	oq_letters_lower(lexicon->letters, symbol, lower);
	OqSlice key = {lower->str, lower->len};
	/* an acronym in capitals is no careless unit */
	return oq_lexicon_acronym(lexicon, symbol) == NULL
		       ? g_hash_table_lookup(lexicon->units_anyhow, &key)
		       : NULL;
}

const char *
oq_lexicon_unit(const OqLexicon *lexicon, OqSlice symbol)
{
	const OqUnit *unit = oq_lexicon_measure(lexicon, symbol, TRUE);
	gboolean said = unit != NULL && unit->kind <= OQ_UNIT_LETTER;
	return said ? unit->spoken : NULL;
}

const OqMoney *
oq_lexicon_money(const OqLexicon *lexicon, OqSlice code)
{
	return g_hash_table_lookup(lexicon->currencies, &code);
}

const char *
oq_lexicon_money_scale(const OqLexicon *lexicon, OqSlice letters)
{
	return g_hash_table_lookup(lexicon->money_scales, &letters);
}

gboolean
oq_lexicon_is_money(const OqLexicon *lexicon, gunichar sign)
{
	char utf8[6];
	OqSlice slice = {utf8, (gsize)g_unichar_to_utf8(sign, utf8)};
	return oq_lexicon_money(lexicon, slice) != NULL;
}

const char *
oq_lexicon_currency(const OqLexicon *lexicon, OqSlice code)
{
	const OqMoney *money = oq_lexicon_money(lexicon, code);
	return money != NULL ? money->spoken : NULL;
}
