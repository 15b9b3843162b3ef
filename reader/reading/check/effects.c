/* effects.c - see the header. */
#include "reading/check/effects.h"

#include "text/normalizer.h"

#include <glib/gi18n.h>
#include <string.h>

/* A dictionary that is longer was made by a program. */
#define MAX_WORDS 5000

/** Where a row of a table may be found: % stands for what is written, ~ and ^ for another word,
 * small and with a capital. */
typedef struct {
	const char *table;
	const char
		*kinds; /* (nullable): of the rows that are looked for, with blanks around each */
	const char *probes[10];
} Probes;

static const Probes tables[] = {
	{"abbreviations.tsv", NULL,
		{"~ 5 %. ~", "~ %. ~", "^ %. ^", "~ %. 5 ~", "~ % ~", "~ 5 % ~", "~ % 5 ~",
			"~ %, ~", "~ 5-%. ~", "~ %. ^ ~"}},
	{"acronyms.tsv", NULL, {"~ % ~", "% ~", "~ %, ~"}},
	{"currencies.tsv", " sign code word ", {"~ 5 % ~", "~ %5 ~", "~ % ~", "%"}},
	{"units.tsv", " unit length letter ", {"~ 5 % ~", "~ 5 %, ~", "~ 5% ~", "~ 50 % ~"}},
};

/* Where it stands only behind what other tables hold, no probe finds it. */
static const char *const places_unprobed[] = {"year", "law", "article", "school", NULL};

/* Their words are looked up in small letters. */
static const char *const small_letters[] = {
	"asides.tsv", "contexts.tsv", "languages.tsv", "questions.tsv", "sentences.tsv", NULL};

static gboolean
is_small(const char *text)
{
	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p))
		if (g_unichar_tolower(g_utf8_get_char(p)) != g_utf8_get_char(p))
			return FALSE;
	return TRUE;
}

/* Whether the words are said there, by @rule if it is one. */
static gboolean
is_said_in(OqNormalizer *normalizer, const char *text, const char *spoken, const char *rule)
{
	g_auto(OqUtterance) utterance;
	gboolean found = FALSE;

	oq_utterance_init(&utterance);
	oq_normalizer_begin(normalizer, &OQ_BLOCK_TEXT);
	oq_normalizer_feed(normalizer, text, strlen(text));
	oq_normalizer_end(normalizer);
	while (oq_normalizer_next(normalizer, &utterance)) {
		found |= spoken != NULL && spoken[0] != '\0' &&
			 strstr(utterance.spoken->str, spoken) != NULL;
		for (guint i = 0; rule != NULL && i < utterance.words->len; i++)
			found |= g_strcmp0(oq_utterance_word(&utterance, i)->rule, rule) == 0;
	}
	return found;
}

/* (transfer full) */
static char *
fill_in(const char *probe, const char *written, const char *filler)
{
	g_autoptr(GString) text = g_string_new(NULL);

	for (; *probe != '\0'; probe++) {
		if (*probe == '%')
			g_string_append(text, written);
		else if (*probe == '^')
			g_string_append_unichar(text, g_unichar_totitle(g_utf8_get_char(filler)));
		else if (*probe != '~')
			g_string_append_c(text, *probe);
		if (*probe == '^' || *probe == '~')
			g_string_append(text, *probe == '^' ? g_utf8_next_char(filler) : filler);
	}
	return g_string_free(g_steal_pointer(&text), FALSE);
}

static gboolean
is_found(OqNormalizer *normalizer, const Probes *probes, const OqSheet *sheet, guint row)
{
	const OqLexicon *lexicon = oq_normalizer_lexicon(normalizer);
	const char *written = oq_sheet_named(sheet, row, "written");
	const char *filler = oq_lexicon_word(lexicon, OQ_WORD_INTEGER_PART);

	for (guint i = 0; i < G_N_ELEMENTS(probes->probes) && probes->probes[i] != NULL; i++) {
		g_autofree char *text = fill_in(probes->probes[i], written, filler);
		if (is_said_in(normalizer, text, oq_sheet_named(sheet, row, "spoken"), NULL) ||
			is_said_in(
				normalizer, text, oq_sheet_named(sheet, row, "before_noun"), NULL))
			return TRUE;
	}
	return FALSE;
}

static void
complain(const Probes *probes, const OqSheet *sheet, guint row, GPtrArray *complaints)
{
	const char *written = oq_sheet_named(sheet, row, "written");

	if (g_str_has_suffix(written, ".") && written[1] != '\0')
		oq_sheet_complain(sheet, row, complaints,
			_("“%s” is never found: it is looked up without the point at its end"),
			written);
	else if (g_str_has_prefix(probes->table, "acronyms") && is_small(written))
		oq_sheet_complain(sheet, row, complaints,
			_("“%s” is never found: write it in capitals, as in a text"), written);
	else
		oq_sheet_complain(sheet, row, complaints,
			_("“%s” is never found: another row or rule reads it first"), written);
}

static gboolean
is_looked_for(const Probes *probes, const OqSheet *sheet, guint row)
{
	g_autofree char *kind = g_strdup_printf(" %s ", oq_sheet_named(sheet, row, "kind"));
	gboolean is_of_kind = probes->kinds == NULL || !oq_sheet_has(sheet, "kind") ||
			      strstr(probes->kinds, kind) != NULL;

	return is_of_kind && oq_sheet_named(sheet, row, "written")[0] != '\0' &&
	       !g_strv_contains(places_unprobed, oq_sheet_named(sheet, row, "place"));
}

static void
judge_rows(
	const OqSheet *sheet, const Probes *probes, const OqLexicon *lexicon, GPtrArray *complaints)
{
	g_autoptr(OqNormalizer) normalizer = oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT);

	for (guint row = 0; row < oq_sheet_n_rows(sheet); row++)
		if (is_looked_for(probes, sheet, row) && !is_found(normalizer, probes, sheet, row))
			complain(probes, sheet, row, complaints);
}

static void
judge_small(const OqSheet *sheet, GPtrArray *complaints)
{
	for (guint row = 0; row < oq_sheet_n_rows(sheet); row++) {
		const char *word = oq_sheet_cell(sheet, row, 1);
		if (!is_small(word))
			oq_sheet_complain(sheet, row, complaints,
				_("“%s” is never found: write it in small letters"), word);
	}
}

void
oq_effects_judge_table(
	const OqSheet *sheet, const char *name, const OqLexicon *lexicon, GPtrArray *complaints)
{
	for (guint i = 0; i < G_N_ELEMENTS(tables); i++)
		if (strcmp(tables[i].table, name) == 0)
			judge_rows(sheet, &tables[i], lexicon, complaints);
	if (g_strv_contains(small_letters, name))
		judge_small(sheet, complaints);
}

/** A dictionary that holds one row at a time, beside a word of its own that keeps it in use. */
typedef struct {
	OqDictionary *dictionary;
	OqNormalizer *normalizer;
} Trial;

static void
trial_init(Trial *trial, const OqLexicon *lexicon)
{
	trial->dictionary = oq_dictionary_new(lexicon);
	oq_dictionary_put(trial->dictionary, "oqyrmanoqyrman", "a", NULL);
	trial->normalizer = oq_normalizer_new(lexicon, trial->dictionary, &OQ_TASTE_DEFAULT);
}

static void
trial_clear(Trial *trial)
{
	oq_normalizer_free(trial->normalizer);
	oq_dictionary_free(trial->dictionary);
}

/* Alone and among other words. */
static gboolean
is_word_found(const Trial *trial, const char *written)
{
	gsize length = strlen(written);
	gboolean is_stem = length > 1 && written[length - 1] == '-';
	g_autofree char *word = g_strndup(written, length - (is_stem ? 1 : 0));
	g_autofree char *inside = g_strconcat("a ", word, " a", NULL);

	if (!oq_dictionary_put(trial->dictionary, written, "a", NULL))
		return TRUE; /* which is told elsewhere */
	gboolean is_found = is_said_in(trial->normalizer, word, NULL, "dictionary") ||
			    is_said_in(trial->normalizer, inside, NULL, "dictionary");
	oq_dictionary_remove(trial->dictionary, written);
	return is_found;
}

void
oq_effects_judge_words(const OqSheet *sheet, const OqLexicon *lexicon, GPtrArray *complaints)
{
	gboolean is_named = oq_sheet_has(sheet, "written");
	Trial trial;

	trial_init(&trial, lexicon);
	for (guint row = 0; row < MIN(oq_sheet_n_rows(sheet), MAX_WORDS); row++) {
		const char *written = is_named ? oq_sheet_named(sheet, row, "written")
					       : oq_sheet_cell(sheet, row, 0);
		if (!is_word_found(&trial, written))
			oq_sheet_complain(sheet, row, complaints,
				_("“%s” is never found: no text is divided into words like this"),
				written);
	}
	trial_clear(&trial);
}
