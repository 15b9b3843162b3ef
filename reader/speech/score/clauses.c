/* clauses.c - see the header. */
#include "speech/score/clauses.h"

/* The voice of both, when they stand together, and of either alone; OQ_N_LANGS: there is none. */
static OqLang
shared_lang(OqLang one, OqLang other)
{
	OqLanguages mixable = OQ_LANG_BIT(OQ_LANG_KK) | OQ_LANG_BIT(OQ_LANG_EN);

	if (one == other)
		return one;
	return oq_lang_is_in(one, mixable) && oq_lang_is_in(other, mixable) ? OQ_LANG_KK
									    : OQ_N_LANGS;
}

static const OqClauseEnd *
end_between(const OqUtterance *utterance, const OqProsody *prosody, guint word)
{
	guint start = oq_utterance_word(utterance, word)->spoken_end;
	guint end = oq_utterance_word(utterance, word + 1)->spoken_start;

	return end > start
		       ? oq_prosody_between(prosody, utterance->spoken->str + start, end - start)
		       : NULL;
}

static void
add_clause(GArray *clauses, OqClause *clause, guint end_word, const OqClauseEnd *end)
{
	clause->end_word = end_word;
	clause->tune = end != NULL ? end->tune : OQ_TUNE_CONTINUATION;
	clause->pause_ms = end != NULL ? end->pause_ms : 0;
	g_array_append_val(clauses, *clause);
}

typedef gboolean (*IsKind)(const OqProsody *prosody, const char *word, gsize n_bytes);

/* Not не in Russian, nor бе, the name of a letter. */
static gboolean
is_kind(const OqUtterance *utterance, const OqProsody *prosody, guint i, IsKind kind)
{
	const OqWord *word = oq_utterance_word(utterance, i);

	return word->rule == NULL && word->lang == OQ_LANG_KK &&
	       kind(prosody, utterance->spoken->str + word->spoken_start,
		       word->spoken_end - word->spoken_start);
}

static gboolean
asks_with_word(const OqUtterance *utterance, const OqProsody *prosody)
{
	for (guint i = 0; i < utterance->words->len; i++) {
		if (is_kind(utterance, prosody, i, oq_prosody_is_question_word))
			return TRUE;
	}
	return FALSE;
}

/* Бара ма, жоқ па: a particle asks whatever the mark is; a question word takes the rise away. */
static void
tune_questions(const OqUtterance *utterance, const OqProsody *prosody, GArray *clauses)
{
	for (guint i = 0; i < clauses->len; i++) {
		OqClause *clause = &g_array_index(clauses, OqClause, i);
		gboolean particle =
			is_kind(utterance, prosody, clause->end_word - 1, oq_prosody_is_particle);
		if (particle && clause->tune != OQ_TUNE_EXCLAMATION)
			clause->tune = OQ_TUNE_QUESTION;
		else if (clause->tune == OQ_TUNE_QUESTION && asks_with_word(utterance, prosody))
			clause->tune = OQ_TUNE_STATEMENT;
	}
}

void
oq_clauses_split(const OqUtterance *utterance, const OqProsody *prosody, GArray *clauses)
{
	guint n_words = utterance->words->len;

	g_array_set_size(clauses, 0);
	if (n_words == 0)
		return;
	const OqWord *first = oq_utterance_word(utterance, 0);
	OqClause clause = {.lang = first->lang, .quoted = first->quoted};
	for (guint i = 0; i + 1 < n_words; i++) {
		const OqClauseEnd *end = end_between(utterance, prosody, i);
		OqLang lang = oq_utterance_word(utterance, i + 1)->lang;
		OqLang shared = shared_lang(clause.lang, lang);
		gboolean quoted = oq_utterance_word(utterance, i + 1)->quoted;
		if (end == NULL && shared != OQ_N_LANGS && quoted == clause.quoted) {
			clause.lang = shared;
			continue;
		}
		add_clause(clauses, &clause, i + 1, end);
		clause.first_word = i + 1;
		clause.lang = lang;
		clause.quoted = quoted;
	}
	OqClauseEnd end = {0, oq_prosody_end(prosody, utterance).tune};
	add_clause(clauses, &clause, n_words, &end);
	tune_questions(utterance, prosody, clauses);
}
