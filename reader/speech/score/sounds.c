/* sounds.c - see the header. */
#include "speech/score/sounds.h"

#include <string.h>

#define START "[["
#define END   "]]"

static void
blank(GString *text, gsize start, gsize end)
{
	for (char *c = text->str + start; c < text->str + end; c++) {
		if ((guchar)*c < ' ' || *c == '[')
			*c = ' ';
	}
}

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

void
oq_sounds_prepare(GString *text, const OqUtterance *utterance, OqSoundsSpell spell)
{
	gsize done = 0;
	for (guint i = 0; i < utterance->words->len; i++) {
		const OqWord *word = oq_utterance_word(utterance, i);
		if (!oq_sounds_are_at(text, word->spoken_start))
			continue;
		blank(text, done, word->spoken_start);
		join_ending(text, word, spell);
		done = word->spoken_end;
	}
	blank(text, done, text->len);
}
