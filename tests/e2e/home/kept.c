/* kept N - the program is killed N times while somebody listens to it, at random moments: what it
 * keeps is never damaged, and the place is that of the last sentence that was printed or of the one
 * before. OQ_PROGRAM is the program. */
#include "kept_place.h"
#include "listener.h"

#include <stdlib.h>

enum { N_SENTENCES = 2000, SOON_MS = 10000 };

typedef struct {
	Listener listener;
	char *folder;
	char *book;
	GRand *random;
	guint kept; /* the number of the sentence */
	guint n_keys;
} Kept;

static void
look(Kept *k, guint time_ms)
{
	gint64 end_us = g_get_monotonic_time() + time_ms * G_GINT64_CONSTANT(1000);

	for (gint64 left_us; (left_us = end_us - g_get_monotonic_time()) > 0;)
		listener_look(&k->listener, (guint)(left_us / 1000));
}

/* From before the first sound to the middle of a jump. */
static void
listen_for_a_while(Kept *k)
{
	static const char *const keys[] = {
		"\033[C", "\033[B", "\033[D", "5\033[C", "+", "-", "t", "r"};

	k->n_keys = g_rand_int_range(k->random, 0, 4);
	look(k, g_rand_int_range(k->random, 1, 700));
	for (guint i = 0; i < k->n_keys; i++) {
		listener_press(
			&k->listener, keys[g_rand_int_range(k->random, 0, G_N_ELEMENTS(keys))]);
		look(k, g_rand_int_range(k->random, 1, 400));
	}
}

/* Its last lines are read when it is gone. */
static void
kill_it(Kept *k)
{
	listener_kill(&k->listener);
	while (listener_look(&k->listener, 0))
		continue;
}

static void
compare(Kept *k)
{
	const char *shown = k->listener.shown->str;
	guint last = numbered_book_last(shown, 0), before = numbered_book_last(shown, 1);
	guint kept = kept_place_number(k->folder, k->book);

	/* nothing was printed: where it was, which is in the first sentence at first, or where keys
	 * have led */
	if (before == 0)
		before = MAX(k->kept, 1);
	gboolean is_led = last == 0 && k->n_keys > 0;
	if (kept != last && kept != before && !is_led)
		g_error("sentence %u is kept, after %u and %u:\n%s", kept, before, last, shown);
	g_assert_null(strstr(shown, "damaged"));
	k->kept = kept;
}

static void
set_up(Kept *k)
{
	listener_init(&k->listener);
	k->folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	k->book = g_build_filename(k->folder, "book.txt", NULL);
	k->random = g_rand_new_with_seed(1);
	numbered_book_write(k->book, N_SENTENCES);
	g_setenv("XDG_STATE_HOME", k->folder, TRUE);
	g_setenv("XDG_CONFIG_HOME", k->folder, TRUE);
}

static void
tear_down(Kept *k)
{
	const char *argv[] = {"rm", "-rf", "--", k->folder, NULL};
	g_autofree char **args = g_memdup2(argv, sizeof argv);

	listener_clear(&k->listener);
	g_spawn_sync(NULL, args, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
	g_rand_free(k->random);
	g_free(k->book);
	g_free(k->folder);
}

int
main(int argc, char **argv)
{
	gsize n_kills = argc > 1 ? strtoul(argv[1], NULL, 10) : 0;
	Kept k = {0};

	set_up(&k);
	const char *command[] = {g_getenv("OQ_PROGRAM"), "read", k.book, NULL};
	for (gsize i = 0; i < n_kills; i++) {
		listener_begin(&k.listener, command);
		listen_for_a_while(&k);
		kill_it(&k);
		compare(&k);
	}
	g_print("killed %zu times, at last in sentence %u\n", n_kills, k.kept);
	tear_down(&k);
	return 0;
}
