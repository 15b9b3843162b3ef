/* check_speech FILE.wav SHORTEST_S LONGEST_S: as long as that, never clipped, and nowhere silent
 * for longer than the pause after a heading, the longest there is, at the normal speed. */
#include "test_voice.h"
#include "wav.h"
#include <stdlib.h>

#define QUIET     64  /* magnitude that nobody hears beside speech */
#define MARGIN_MS 100 /* a word may begin and end that quietly */

static guint
longest_silence_ms(const Wav *wav)
{
	guint longest = 0, length = 0;
	for (guint i = 0; i < wav->samples->len; i++) {
		length = ABS(g_array_index(wav->samples, gint16, i)) <= QUIET ? length + 1 : 0;
		longest = MAX(longest, length);
	}
	return (guint)((guint64)longest * 1000 / wav->rate_hz);
}

static gint
loudest(const Wav *wav)
{
	gint peak = 0;
	for (guint i = 0; i < wav->samples->len; i++)
		peak = MAX(peak, ABS((gint)g_array_index(wav->samples, gint16, i)));
	return peak;
}

static guint
heading_pause_ms(void)
{
	g_auto(OqUtterance) heading;
	oq_utterance_init(&heading);
	heading.follows = OQ_BREAK_PARAGRAPH;
	oq_utterance_say(&heading, "тақырып", 0, 1, NULL);
	return oq_prosody_end(test_prosody(), &heading).pause_ms;
}

int
main(int n_arguments, char **arguments)
{
	if (n_arguments != 4)
		g_error("usage: check_speech FILE.wav SHORTEST_S LONGEST_S");
	g_auto(Wav) wav = {0};
	wav_load(&wav, arguments[1]);
	guint length_s = wav.samples->len / wav.rate_hz;
	guint silence_ms = longest_silence_ms(&wav);
	guint pause_ms = heading_pause_ms();
	gint peak = loudest(&wav);
	g_print("%u s, peak %d, longest silence %u ms (the pause after a heading: %u ms)\n",
		length_s, peak, silence_ms, pause_ms);
	gboolean long_enough = length_s >= g_ascii_strtoull(arguments[2], NULL, 10) &&
			       length_s <= g_ascii_strtoull(arguments[3], NULL, 10);
	gboolean clean = peak > QUIET && peak < G_MAXINT16 && silence_ms <= pause_ms + MARGIN_MS;
	return long_enough && clean ? EXIT_SUCCESS : EXIT_FAILURE;
}
