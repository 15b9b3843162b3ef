/* prosody.c - see the header. */
#include "speech/score/prosody.h"

#include "base/table.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_PAUSE_MS 10000

/* Places without a mark of their own: a break that the utterance has at its end. */
static const char *const place_names[] = {"cut", "sentence", "paragraph", "heading"};
enum { CUT, SENTENCE, PARAGRAPH, HEADING, N_PLACES };

struct _OqProsody {
	GHashTable *marks; /* gunichar -> OqClauseEnd */
	OqClauseEnd places[N_PLACES];
	GHashTable *particles;
	GHashTable *words;
	GPtrArray *stems; /* of question words */
};

static gboolean
parse_tune(const char *name, OqTune *tune)
{
	static const struct {
		const char *name;
		OqTune tune;
	} tunes[] = {
		{"statement", OQ_TUNE_STATEMENT},
		{"continuation", OQ_TUNE_CONTINUATION},
		{"question", OQ_TUNE_QUESTION},
		{"exclamation", OQ_TUNE_EXCLAMATION},
	};

	for (gsize i = 0; i < G_N_ELEMENTS(tunes); i++) {
		if (g_str_equal(tunes[i].name, name)) {
			*tune = tunes[i].tune;
			return TRUE;
		}
	}
	return FALSE;
}

static void
add_mark(OqProsody *prosody, gunichar mark, const OqClauseEnd *end)
{
	g_hash_table_replace(prosody->marks, GUINT_TO_POINTER(mark), g_memdup2(end, sizeof *end));
}

static gboolean
add_pause(OqProsody *prosody, const OqTable *table, guint row, guint *places, GError **error)
{
	const char *key = oq_table_cell(table, row, 0);
	guint64 pause_ms = 0;
	OqClauseEnd end = {0, OQ_TUNE_STATEMENT};

	if (!g_ascii_string_to_unsigned(
		    oq_table_cell(table, row, 1), 10, 0, MAX_PAUSE_MS, &pause_ms, NULL) ||
		!parse_tune(oq_table_cell(table, row, 2), &end.tune)) {
		oq_table_row_error(table, row, error,
			_("a pause needs milliseconds from 0 to %d, and statement, continuation, "
			  "question or exclamation"),
			MAX_PAUSE_MS);
		return FALSE;
	}
	end.pause_ms = (guint)pause_ms;
	gunichar mark = oq_table_character(table, row, 0);
	if (mark != 0) {
		add_mark(prosody, mark, &end);
		return TRUE;
	}
	for (guint i = 0; i < N_PLACES; i++) {
		if (g_str_equal(place_names[i], key)) {
			prosody->places[i] = end;
			*places |= 1u << i;
			return TRUE;
		}
	}
	oq_table_row_error(table, row, error,
		_("“%s” is neither one mark nor cut, sentence, paragraph or heading"), key);
	return FALSE;
}

static gboolean
load_pauses(OqProsody *prosody, const char *folder, GError **error)
{
	g_autofree char *path = g_build_filename(folder, "pauses.tsv", NULL);
	g_autoptr(OqTable) table = oq_table_load(path, 3, 3, error);
	guint places = 0;

	for (guint row = 0; table != NULL && row < oq_table_n_rows(table); row++) {
		if (!add_pause(prosody, table, row, &places, error))
			return FALSE;
	}
	if (table != NULL && places != (1u << N_PLACES) - 1) {
		g_set_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW,
			_("%s: cut, sentence, paragraph and heading must each have a row"), path);
		return FALSE;
	}
	return table != NULL;
}

static gboolean
add_word(OqProsody *prosody, const OqTable *table, guint row, GError **error)
{
	const char *kind = oq_table_cell(table, row, 0);
	const char *word = oq_table_cell(table, row, 1);

	if (g_str_equal(kind, "particle"))
		g_hash_table_add(prosody->particles, g_strdup(word));
	else if (g_str_equal(kind, "word") && g_str_has_suffix(word, "-"))
		g_ptr_array_add(prosody->stems, g_strndup(word, strlen(word) - 1));
	else if (g_str_equal(kind, "word"))
		g_hash_table_add(prosody->words, g_strdup(word));
	else {
		oq_table_row_error(table, row, error, _("the first column is none of the kinds"));
		return FALSE;
	}
	return TRUE;
}

static gboolean
load_questions(OqProsody *prosody, const char *folder, GError **error)
{
	g_autofree char *path = g_build_filename(folder, "questions.tsv", NULL);
	g_autoptr(OqTable) table = oq_table_load(path, 2, 2, error);

	for (guint row = 0; table != NULL && row < oq_table_n_rows(table); row++) {
		if (!add_word(prosody, table, row, error))
			return FALSE;
	}
	return table != NULL;
}

OqProsody *
oq_prosody_load(const char *folder, GError **error)
{
	g_autoptr(OqProsody) prosody = g_new0(OqProsody, 1);

	prosody->marks = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	prosody->particles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	prosody->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	prosody->stems = g_ptr_array_new_with_free_func(g_free);
	if (!load_pauses(prosody, folder, error) || !load_questions(prosody, folder, error))
		return NULL;
	return g_steal_pointer(&prosody);
}

void
oq_prosody_free(OqProsody *prosody)
{
	if (prosody == NULL)
		return;
	g_hash_table_unref(prosody->marks);
	g_hash_table_unref(prosody->particles);
	g_hash_table_unref(prosody->words);
	g_ptr_array_unref(prosody->stems);
	g_free(prosody);
}

/* The mark of the longest pause; of two equal ones the first. */
static const OqClauseEnd *
longest(const OqProsody *prosody, const char *gap, gsize n_bytes)
{
	const OqClauseEnd *found = NULL;

	for (const char *c = gap; c < gap + n_bytes; c = g_utf8_next_char(c)) {
		if (*c == ' ')
			continue;
		const OqClauseEnd *end =
			g_hash_table_lookup(prosody->marks, GUINT_TO_POINTER(g_utf8_get_char(c)));
		if (end != NULL && (found == NULL || end->pause_ms > found->pause_ms))
			found = end;
	}
	return found;
}

const OqClauseEnd *
oq_prosody_between(const OqProsody *prosody, const char *gap, gsize n_bytes)
{
	if (n_bytes < 2 || memchr(gap, ' ', n_bytes) == NULL)
		return NULL;
	return longest(prosody, gap, n_bytes);
}

/* The end of an utterance that has no mark there. */
static const OqClauseEnd *
place(const OqProsody *prosody, OqBreak follows)
{
	static const guint places[] = {
		[OQ_BREAK_NONE] = CUT,
		[OQ_BREAK_CLAUSE] = CUT,
		[OQ_BREAK_SENTENCE] = SENTENCE,
		[OQ_BREAK_PARAGRAPH] = HEADING,
	};

	return &prosody->places[places[follows]];
}

OqClauseEnd
oq_prosody_end(const OqProsody *prosody, const OqUtterance *utterance)
{
	guint n_words = utterance->words->len;
	guint start = n_words > 0 ? oq_utterance_word(utterance, n_words - 1)->spoken_end : 0;
	const OqClauseEnd *mark =
		longest(prosody, utterance->spoken->str + start, utterance->spoken->len - start);
	OqClauseEnd end = mark != NULL ? *mark : *place(prosody, utterance->follows);

	if (utterance->follows == OQ_BREAK_NONE)
		end.pause_ms = 0;
	if ((mark != NULL || n_words == 0) && utterance->follows == OQ_BREAK_PARAGRAPH)
		end.pause_ms = prosody->places[PARAGRAPH].pause_ms;
	return end;
}

gboolean
oq_prosody_is_particle(const OqProsody *prosody, const char *word, gsize n_bytes)
{
	g_autofree char *lower = g_utf8_strdown(word, (gssize)n_bytes);

	return g_hash_table_contains(prosody->particles, lower);
}

gboolean
oq_prosody_is_question_word(const OqProsody *prosody, const char *word, gsize n_bytes)
{
	g_autofree char *lower = g_utf8_strdown(word, (gssize)n_bytes);

	for (guint i = 0; i < prosody->stems->len; i++) {
		if (g_str_has_prefix(lower, g_ptr_array_index(prosody->stems, i)))
			return TRUE;
	}
	return g_hash_table_contains(prosody->words, lower);
}
