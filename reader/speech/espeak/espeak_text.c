/* espeak_text.c - see the header. */
#include "speech/espeak/espeak_text.h"

#include "speech/score/sounds.h"

/* eSpeak's buffers hold words of 160 bytes, and not all of them are watched. The longest words of
 * Kazakh have some 45 letters of two bytes; a longer one is cut. */
#define MAX_WORD_BYTES 100

typedef struct {
	const OqEspeakEar *ear;
	GString *text;
	GArray *places;
	gsize word_start; /* in the text */
} Maker;

static void
add_char(Maker *maker, gunichar c, gsize byte)
{
	guint32 place = (guint32)byte;

	g_array_append_val(maker->places, place);
	g_string_append_unichar(maker->text, c);
	if (c == ' ')
		maker->word_start = maker->text->len;
}

static gboolean
is_cyrillic(gunichar c)
{
	return c >= 0x0400 && c <= 0x052F;
}

/* In a Kazakh word it is a mark of the spelling alone, where eSpeak would cut. */
static gboolean
is_apostrophe(gunichar c)
{
	return c == '\'' || c == 0x2019 || c == 0x02BC;
}

/* What eSpeak is trusted with: Latin and Cyrillic letters, their accents, digits, hyphens and
 * apostrophes. For other alphabets it loads a second language, and reads freed memory when it then
 * meets a character without a name there; U+0001 begins a command that changes the voice; points
 * behind many single letters overflow another of its buffers. */
static gboolean
is_safe(gunichar c)
{
	if (c < 0x0080)
		return g_ascii_isalnum((char)c) || c == '-' || c == '\'';
	return (c >= 0x00C0 && c <= 0x036F && c != 0x00D7 && c != 0x00F7) || is_cyrillic(c) ||
	       (c >= 0x1E00 && c <= 0x1EFF) || c == 0x2019 || c == 0x02BC;
}

/* The voice of another language knows its own letters, too, and the signs within a number. */
static gboolean
is_known(const Maker *maker, const GString *spoken, gsize byte)
{
	gunichar c = g_utf8_get_char(spoken->str + byte);

	if (maker->ear->is_kazakh)
		return is_safe(c);
	if ((c == '.' || c == ',' || c == ':') && byte > 0)
		return g_ascii_isdigit(spoken->str[byte - 1]) &&
		       g_ascii_isdigit(spoken->str[byte + 1]);
	return is_safe(c) || oq_alphabets_has(maker->ear->alphabet, c);
}

/* Not what steers eSpeak, nor what begins phonemes. */
static gboolean
is_sign(gunichar c)
{
	return g_unichar_isgraph(c) && !g_unichar_isalnum(c) && !g_unichar_ismark(c);
}

/* A capital behind a small letter: a word that is joined of several, each with its stress. A letter
 * alone is no word: АллаҺ. */
static gboolean
is_hump(const GString *spoken, const OqWord *word, gsize byte)
{
	const char *p = spoken->str + byte, *next = g_utf8_next_char(p);
	gunichar c = g_utf8_get_char(p);

	return byte > word->spoken_start && is_cyrillic(c) && g_unichar_isupper(c) &&
	       g_unichar_islower(g_utf8_get_char(g_utf8_prev_char(p))) &&
	       next < spoken->str + word->spoken_end && g_unichar_isalpha(g_utf8_get_char(next));
}

/* eSpeak spells short words in capitals, cuts an ending off from others, and joined names in
 * pieces, while text/ has spelled already what is said as letters. English has words that differ by
 * capitals alone, Russian a list of what to spell. */
static gboolean
wants_small_letters(const Maker *maker, const GString *spoken, const OqWord *word)
{
	return maker->ear->is_kazakh && word->lang == OQ_LANG_KK &&
	       !oq_sounds_are_at(spoken, word->spoken_start);
}

static void
add_word(Maker *maker, const GString *spoken, const OqWord *word)
{
	gboolean phonemes = !word->spelled && oq_sounds_are_at(spoken, word->spoken_start);
	gboolean small = wants_small_letters(maker, spoken, word);

	for (gsize byte = word->spoken_start; byte < word->spoken_end;
		byte += g_utf8_skip[(guchar)spoken->str[byte]]) {
		gunichar c = g_utf8_get_char(spoken->str + byte);
		if (small && is_hump(spoken, word, byte))
			add_char(maker, '-', byte);
		if (small && is_cyrillic(c))
			c = g_unichar_tolower(c);
		if (small && is_apostrophe(c))
			continue;
		if (!phonemes && maker->text->len - maker->word_start >= MAX_WORD_BYTES)
			add_char(maker, ' ', byte);
		gboolean is_named = word->spelled && is_sign(c);
		add_char(maker, phonemes || is_named || is_known(maker, spoken, byte) ? c : ' ',
			byte);
	}
}

/* A hyphen makes one word of two; so do two alphabets, as in iPhoneға. */
static gunichar
joint(const GString *spoken, gsize start, gsize end)
{
	return start == end || (end - start == 1 && spoken->str[start] == '-') ? '-' : ' ';
}

gboolean
oq_espeak_text_is_spelled(const OqUtterance *utterance, const OqClause *clause)
{
	for (guint i = clause->first_word; i < clause->end_word; i++)
		if (oq_utterance_word(utterance, i)->spelled)
			return TRUE;
	return FALSE;
}

void
oq_espeak_text_make(const GString *spoken, const OqUtterance *utterance, const OqClause *clause,
	const OqEspeakEar *ear, GString *text, GArray *places)
{
	static const char marks[] = {
		[OQ_TUNE_STATEMENT] = '.',
		[OQ_TUNE_CONTINUATION] = ',',
		[OQ_TUNE_QUESTION] = '?',
		[OQ_TUNE_EXCLAMATION] = '!',
	};
	Maker maker = {ear, text, places, 0};
	gsize end = 0;

	g_string_truncate(text, 0);
	g_array_set_size(places, 0);
	for (guint i = clause->first_word; i < clause->end_word; i++) {
		const OqWord *word = oq_utterance_word(utterance, i);
		if (i > clause->first_word)
			add_char(&maker, joint(spoken, end, word->spoken_start), end);
		add_word(&maker, spoken, word);
		end = word->spoken_end;
	}
	if (!oq_espeak_text_is_spelled(utterance, clause))
		add_char(&maker, (gunichar)marks[clause->tune], end);
}
