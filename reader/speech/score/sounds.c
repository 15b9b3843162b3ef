/* sounds.c - see the header. */
#include "speech/score/sounds.h"

#include <string.h>

#define START "[["
#define END   "]]"

/* "[[t'ENrI]]ге" would be two words; it becomes "[[t'ENrI|ge]]". */
static void
join_ending(GString *text, const OqWord *word, OqSoundsSpell spell)
{
	char *close = strstr(text->str + word->spoken_start, END);
	char *end = text->str + word->spoken_end;
	if (close == NULL || close + strlen(END) >= end)
		return;
	g_autofree char *letters = g_strndup(close + strlen(END), end - close - strlen(END));
	g_autofree char *sounds = spell(letters);
	g_autofree char *joined = sounds != NULL ? g_strconcat("|", sounds, END, NULL) : NULL;
	gsize room = end - close;
	if (joined == NULL || strlen(joined) > room)
		return;
	memset(close, ' ', room);
	memcpy(close, joined, strlen(joined));
}

gboolean
oq_sounds_are_at(const GString *text, gsize byte)
{
	return g_str_has_prefix(text->str + byte, START);
}

gboolean
oq_sounds_are_in(const OqUtterance *utterance, const OqClause *clause)
{
	for (guint i = clause->first_word; i < clause->end_word; i++) {
		const OqWord *word = oq_utterance_word(utterance, i);
		if (oq_sounds_are_at(utterance->spoken, word->spoken_start))
			return TRUE;
	}
	return FALSE;
}

void
oq_sounds_prepare(
	GString *text, const OqUtterance *utterance, const OqClause *clause, OqSoundsSpell spell)
{
	guint start = oq_utterance_word(utterance, clause->first_word)->spoken_start;
	guint end = oq_utterance_word(utterance, clause->end_word - 1)->spoken_end;

	g_string_set_size(text, utterance->spoken->len);
	memcpy(text->str + start, utterance->spoken->str + start, end - start);
	for (guint i = clause->first_word; i < clause->end_word; i++) {
		const OqWord *word = oq_utterance_word(utterance, i);
		if (oq_sounds_are_at(text, word->spoken_start))
			join_ending(text, word, spell);
	}
}
