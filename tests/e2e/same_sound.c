/* same_sound A.wav B.wav: between the first and the last sample that is not zero they are equal. */
#include "wav.h"
#include <stdlib.h>
#include <string.h>

int
main(int n_arguments, char **arguments)
{
	g_auto(Wav) a = {0};
	g_auto(Wav) b = {0};
	if (n_arguments != 3)
		g_error("usage: same_sound A.wav B.wav");
	wav_load(&a, arguments[1]);
	wav_load(&b, arguments[2]);
	wav_trim(&a);
	wav_trim(&b);
	guint n_common = MIN(a.samples->len, b.samples->len), n_same = 0;
	while (n_same < n_common && g_array_index(a.samples, gint16, n_same) ==
					    g_array_index(b.samples, gint16, n_same))
		n_same++;
	g_print("%u and %u samples that sound, at %u and %u Hz; the first %u are the same\n",
		a.samples->len, b.samples->len, a.rate_hz, b.rate_hz, n_same);
	gboolean same = n_same > 0 && n_same == a.samples->len && n_same == b.samples->len;
	return same && a.rate_hz == b.rate_hz ? EXIT_SUCCESS : EXIT_FAILURE;
}
