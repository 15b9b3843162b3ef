/* capitals.c - see the header. */
#include "dispatcher/capitals.h"

#include <math.h>

#define RULE "capital"

/* Some 45 ms, a fifth above the middle of the voices, as soft as a vowel's end. */
#define TONE_HZ         880.0
#define TONE_PER_SECOND 22
#define TONE_PEAK       6000.0

static gboolean
is_capital(const char *text, guint64 byte)
{
	return g_unichar_isupper(g_utf8_get_char(text + byte));
}

void
oq_capitals_name(OqUtterance *utterance, const char *text, const char *words)
{
	g_autoptr(GString) spoken = utterance->spoken;
	g_autoptr(GArray) before = utterance->words;
	guint32 end = 0;

	utterance->spoken = g_string_sized_new(spoken->len);
	utterance->words = g_array_new(FALSE, FALSE, sizeof(OqWord));
	for (guint i = 0; i < before->len; i++) {
		OqWord word = g_array_index(before, OqWord, i);
		gboolean is_first =
			i == 0 || g_array_index(before, OqWord, i - 1).start != word.start;
		g_string_append_len(utterance->spoken, spoken->str + end, word.spoken_start - end);
		if (is_first && is_capital(text, word.start)) {
			oq_utterance_append(utterance, words, word.start, word.end, RULE);
			g_string_append_c(utterance->spoken, ' ');
		}
		end = word.spoken_end;
		guint32 moved = (guint32)utterance->spoken->len - word.spoken_start;
		g_string_append_len(utterance->spoken, spoken->str + word.spoken_start,
			word.spoken_end - word.spoken_start);
		word.spoken_start += moved;
		word.spoken_end += moved;
		g_array_append_val(utterance->words, word);
	}
	g_string_append_len(utterance->spoken, spoken->str + end, (gssize)(spoken->len - end));
}

static void
append_tone(GArray *samples, guint rate_hz, guint volume_percent)
{
	guint n_frames = rate_hz / TONE_PER_SECOND;
	double peak = TONE_PEAK * volume_percent / 100.0;

	for (guint i = 0; i < n_frames; i++) {
		double shape = sin(G_PI * i / n_frames);
		gint16 sample = (gint16)(peak * shape * sin(2 * G_PI * TONE_HZ * i / rate_hz));
		g_array_append_val(samples, sample);
	}
}

OqSpeech *
oq_capitals_ring(OqSpeech *speech, const char *text, guint volume_percent)
{
	g_autoptr(OqSpeech) before = speech;
	g_autoptr(GArray) samples = g_array_new(FALSE, FALSE, sizeof(gint16));
	g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(OqMark));
	OqSpeech head = *before;
	gsize done = 0;

	for (guint i = 0; i < before->n_marks; i++) {
		OqMark mark = before->marks[i];
		gboolean is_first = i == 0 || before->marks[i - 1].start != mark.start;
		g_array_append_vals(samples, before->samples + done, mark.frame - (guint)done);
		done = mark.frame;
		mark.frame = samples->len;
		g_array_append_val(marks, mark);
		if (is_first && is_capital(text, mark.start))
			append_tone(samples, before->rate_hz, volume_percent);
	}
	g_array_append_vals(samples, before->samples + done, (guint)(before->n_voiced - done));
	head.n_frames += samples->len - before->n_voiced;
	head.n_voiced = samples->len;
	head.marks = (const OqMark *)(gpointer)marks->data;
	head.samples = (const gint16 *)(gpointer)samples->data;
	return oq_speech_new(&head);
}
