/* text_case.h - what the tests of reader/text share: the tables, hard-wrapped text, and a rule
 * applied within a sentence. */
#pragma once

#include "text/rules/rule.h"

#include <string.h>

/** "оның |10-ы| қалалық": what the rule takes, and what it says; NULL: it does not apply. */
typedef struct {
	const char *sentence; /* with only the first | when it does not apply */
	const char *words;
} TextCase;

static inline OqLexicon *
text_case_lexicon(void)
{
	g_autoptr(GError) error = NULL;
	OqLexicon *lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	return lexicon;
}

/** Breaks each line before the first word that has no room. */
static inline char *
text_case_wrap(const char *text, gsize width)
{
	g_auto(GStrv) words = g_strsplit(text, " ", -1);
	GString *out = g_string_new(words[0]);
	gsize n_columns = g_utf8_strlen(words[0], -1);
	for (guint i = 1; words[i] != NULL; i++) {
		gsize length = g_utf8_strlen(words[i], -1);
		gboolean fits = n_columns + 1 + length <= width;
		g_string_append_c(out, fits ? ' ' : '\n');
		n_columns = fits ? n_columns + 1 + length : length;
		g_string_append(out, words[i]);
	}
	return g_string_free(out, FALSE);
}

static inline void
text_case_check(const OqLexicon *lexicon, OqRuleApply apply, const TextCase *c)
{
	g_auto(GStrv) parts = g_strsplit(c->sentence, "|", 3);
	g_autofree char *sentence = g_strjoinv("", parts);
	g_auto(OqSentence) read;
	oq_sentence_init(&read, lexicon);
	oq_sentence_read(&read, oq_slice(sentence));
	g_autoptr(GString) words = g_string_new(NULL);
	const OqToken *all = read.tokens;
	OqRuleContext context = {.sentence = &read, .words = words};
	guint at = 0;
	while (all[at].start < strlen(parts[0]))
		at++;
	guint n_taken = apply(&context, at);
	g_test_message("%s: %u, %s", c->sentence, n_taken, words->str);
	g_assert_cmpint(n_taken > 0, ==, c->words != NULL);
	if (n_taken == 0)
		return;
	g_assert_cmpstr(words->str, ==, c->words);
	g_assert_cmpuint(at + n_taken, <=, read.n_tokens);
	g_assert_cmpuint(all[at + n_taken - 1].end, ==, strlen(parts[0]) + strlen(parts[1]));
}

#define text_case_check_all(apply, cases)                                                          \
	G_STMT_START                                                                               \
	{                                                                                          \
		g_autoptr(OqLexicon) checked_lexicon = text_case_lexicon();                        \
		for (guint i = 0; i < G_N_ELEMENTS(cases); i++)                                    \
			text_case_check(checked_lexicon, apply, &cases[i]);                        \
	}                                                                                          \
	G_STMT_END
