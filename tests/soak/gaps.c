/* gaps SECONDS - plays so long into the null sink of tests/audio, and counts where the sound that
 * is heard breaks off. 0: never. */
#include "hearing.h"

#include <poll.h>
#include <stdlib.h>

enum { N_SPEECH = RATE_HZ };

static void
play(Hearing *h, gsize n_speeches)
{
	struct pollfd fd = {oq_player_fd(h->player), POLLIN, 0};
	gsize n = 0;
	while (oq_player_heard(h->player).state == OQ_PLAYER_PLAYING) {
		while (n < n_speeches && hearing_push(h, n * N_SPEECH % N_SAMPLES, N_SPEECH, 0, 0))
			n++;
		if (n == n_speeches)
			oq_player_end(h->player);
		poll(&fd, 1, -1);
	}
}

static guint
count_gaps(const Hearing *h, const GArray *sound)
{
	guint n_gaps = 0;
	for (gsize at = 0, place = 0; at < sound->len; at++, place++) {
		if (g_array_index(sound, gint16, at) == h->samples[place % N_SAMPLES])
			continue;
		gsize start = at;
		while (g_array_index(sound, gint16, at) == 0)
			at++;
		place = hearing_place(h, sound, at);
		g_print("a gap of %zu ms at %zu s\n", (at - start) * 1000 / RATE_HZ, at / RATE_HZ);
		n_gaps++;
	}
	return n_gaps;
}

int
main(int argc, char **argv)
{
	gsize n_speeches = argc > 1 ? strtoul(argv[1], NULL, 10) : 0;
	if (n_speeches == 0)
		g_error("usage: gaps SECONDS");
	Hearing hearing = {0};
	hearing_set_up(&hearing, NULL);
	hearing_open(&hearing);
	play(&hearing, n_speeches);
	g_autoptr(GArray) sound = hearing_sound(&hearing, N_QUIET);
	guint n_gaps = count_gaps(&hearing, sound);
	g_print("%u gaps in %u s\n", n_gaps, sound->len / RATE_HZ);
	hearing_tear_down(&hearing, NULL);
	return n_gaps > 0;
}
