/* utterance.c - the result of text/: see the header. */
#include "text/utterance.h"

#include "text/characters/roles.h"

#include <string.h>

void
oq_utterance_init(OqUtterance *utterance)
{
	*utterance = (OqUtterance){
		.lang = OQ_LANG_KK,
		.text = g_string_new(NULL),
		.spoken = g_string_new(NULL),
		.words = g_array_new(FALSE, FALSE, sizeof(OqWord)),
		.left_out = g_array_new(FALSE, FALSE, sizeof(OqLeftOut)),
	};
}

void
oq_utterance_reset(OqUtterance *utterance)
{
	utterance->start = 0;
	utterance->end = 0;
	utterance->paragraph = 0;
	utterance->follows = OQ_BREAK_NONE;
	utterance->rest_ms = 0;
	utterance->lang = OQ_LANG_KK;
	g_string_truncate(utterance->text, 0);
	g_string_truncate(utterance->spoken, 0);
	g_array_set_size(utterance->words, 0);
	g_array_set_size(utterance->left_out, 0);
}

void
oq_utterance_clear(OqUtterance *utterance)
{
	g_clear_pointer(&utterance->words, g_array_unref);
	g_clear_pointer(&utterance->left_out, g_array_unref);
	if (utterance->spoken != NULL)
		g_string_free(g_steal_pointer(&utterance->spoken), TRUE);
	if (utterance->text != NULL)
		g_string_free(g_steal_pointer(&utterance->text), TRUE);
}

const OqWord *
oq_utterance_word(const OqUtterance *utterance, guint index)
{
	g_return_val_if_fail(index < utterance->words->len, NULL);
	return &g_array_index(utterance->words, OqWord, index);
}

/* No space at the beginning, after another one, and inside an opening bracket or quotation mark. */
static gboolean
wants_space(const GString *spoken)
{
	if (spoken->len == 0)
		return FALSE;
	gunichar last = g_utf8_get_char(g_utf8_prev_char(spoken->str + spoken->len));
	return last != ' ' && !oq_roles_have(last, OQ_ROLE_INNER);
}

void
oq_utterance_say(
	OqUtterance *utterance, const char *words, guint64 start, guint64 end, const char *rule)
{
	if (wants_space(utterance->spoken))
		g_string_append_c(utterance->spoken, ' ');
	oq_utterance_append(utterance, words, start, end, rule);
}

void
oq_utterance_append(
	OqUtterance *utterance, const char *words, guint64 start, guint64 end, const char *rule)
{
	g_return_if_fail(words != NULL && *words != '\0');

	for (const char *word = words;;) {
		const char *word_end = strchrnul(word, ' ');
		guint32 spoken_start = (guint32)utterance->spoken->len;
		g_string_append_len(utterance->spoken, word, word_end - word);
		guint32 spoken_end = utterance->spoken->len - (word_end[-1] == ',');
		OqWord said = {
			start, end, spoken_start, spoken_end, rule, utterance->lang, FALSE, FALSE};
		g_array_append_val(utterance->words, said);
		if (*word_end == '\0')
			return;
		g_string_append_c(utterance->spoken, ' ');
		word = word_end + 1;
	}
}
