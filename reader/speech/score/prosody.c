/* prosody.c - see the header. */
#include "speech/score/prosody.h"

#include "base/rows.h"

#include <string.h>

#define MAX_PAUSE_MS 10000

enum { PAUSE_MARK, PAUSE_MS, PAUSE_TUNE };
static const char *const pause_columns[] = {"mark", "pause_ms", "tune", NULL};

/* Places without a mark of their own: a break that the utterance has at its end. */
enum { CUT, SENTENCE, PARAGRAPH, HEADING, N_PLACES };
static const char *const places[] = {
	[CUT] = "cut",
	[SENTENCE] = "sentence",
	[PARAGRAPH] = "paragraph",
	[HEADING] = "heading",
	NULL,
};

static const char *const tunes[] = {
	[OQ_TUNE_STATEMENT] = "statement",
	[OQ_TUNE_CONTINUATION] = "continuation",
	[OQ_TUNE_QUESTION] = "question",
	[OQ_TUNE_EXCLAMATION] = "exclamation",
	NULL,
};

enum { QUESTION_WORD = 1 };
static const char *const question_columns[] = {"kind", "word", NULL};
enum { PARTICLE, WORD, N_QUESTION_KINDS };
static const char *const question_kinds[] = {[PARTICLE] = "particle", [WORD] = "word", NULL};

struct _OqProsody {
	GHashTable *marks; /* gunichar -> OqClauseEnd */
	OqClauseEnd places[N_PLACES];
	gboolean has_place[N_PLACES];
	GHashTable *particles;
	GHashTable *words;
	GPtrArray *stems; /* of question words */
};

static void
add_mark(OqProsody *prosody, gunichar mark, const OqClauseEnd *end)
{
	g_hash_table_replace(prosody->marks, GUINT_TO_POINTER(mark), g_memdup2(end, sizeof *end));
}

static gboolean
add_pause(gpointer into, const OqRow *row, GError **error)
{
	OqProsody *prosody = into;
	guint64 pause_ms;
	guint tune, place;
	gunichar mark;

	if (!oq_row_number(row, PAUSE_MS, MAX_PAUSE_MS, &pause_ms, error) ||
		!oq_row_choose(row, PAUSE_TUNE, tunes, &tune, error))
		return FALSE;
	OqClauseEnd end = {(guint)pause_ms, tune};
	if (oq_row_is_character(row, PAUSE_MARK)) {
		if (!oq_row_character(row, PAUSE_MARK, &mark, error))
			return FALSE;
		add_mark(prosody, mark, &end);
		return TRUE;
	}
	if (!oq_row_choose(row, PAUSE_MARK, places, &place, error))
		return FALSE;
	prosody->places[place] = end;
	prosody->has_place[place] = TRUE;
	return TRUE;
}

static gboolean
load_pauses(OqProsody *prosody, const char *folder, GError **error)
{
	static const OqRows rows = {pause_columns, 3, NULL, 0, add_pause};
	g_autofree char *path = g_build_filename(folder, "pauses.tsv", NULL);

	if (!oq_rows_load(path, &rows, prosody, error))
		return FALSE;
	for (guint i = 0; i < N_PLACES; i++)
		if (!prosody->has_place[i])
			return oq_rows_miss(path, places[i], error);
	return TRUE;
}

static gboolean
add_word(gpointer into, const OqRow *row, G_GNUC_UNUSED GError **error)
{
	OqProsody *prosody = into;
	gboolean is_stem;
	OqSlice word = oq_row_stem(row, QUESTION_WORD, &is_stem);
	char *copy = g_strndup(word.data, word.length);

	if (row->kind == PARTICLE)
		g_hash_table_add(prosody->particles, copy);
	else if (is_stem)
		g_ptr_array_add(prosody->stems, copy);
	else
		g_hash_table_add(prosody->words, copy);
	return TRUE;
}

static gboolean
load_questions(OqProsody *prosody, const char *folder, GError **error)
{
	static const OqRows rows = {
		question_columns, 2, question_kinds, N_QUESTION_KINDS, add_word};
	g_autofree char *path = g_build_filename(folder, "questions.tsv", NULL);

	return oq_rows_load(path, &rows, prosody, error);
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
	static const guint of_breaks[] = {
		[OQ_BREAK_NONE] = CUT,
		[OQ_BREAK_CLAUSE] = CUT,
		[OQ_BREAK_SENTENCE] = SENTENCE,
		[OQ_BREAK_PARAGRAPH] = HEADING,
	};

	return &prosody->places[of_breaks[follows]];
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
