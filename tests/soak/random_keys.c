/* random_keys SECONDS SEED - somebody presses random keys, five a second: the program always tells
 * where it is, is never silent where it should read, never speaks twice, and at the end keeps the
 * place that it printed. On the null sink of tests/audio; OQ_PROGRAM is the program. */
#include "hearing.h"
#include "kept_place.h"
#include "listener.h"

#include <stdlib.h>
#include <sys/wait.h>

enum {
	N_SENTENCES = 3000,
	KEY_MS = 200,
	ANSWER_MS = 2000,
	SILENCE_MS = 3000,
	N_KEYS = 40, /* between two looks at it */
};

typedef struct {
	Hearing hearing;
	Listener listener;
	char *book;
	GRand *random;
	GString *pressed; /* since the last look */
	guint n_pressed;
	guint n_ends; /* the text ended */
	guint longest_ms;
} Trial;

/* These leave the reading going on. */
static const char *const moves[] = {"\033[C", "\033[D", "\033[A", "\033[B", "\033[5~", "\033[6~",
	"\033[H", "\033[1;5C", "\033[1;5D", "r", "w", "t", "+", "-", "[", "]", "v", ",", ".", "n",
	"N", "?", "\033OP", "7", "23", "\033[F\033[H"};

/* These need not, and open lines to type and lists to walk. */
static const char *const others[] = {" ", "/", "g", "b", "B", "o", "s", "c", "p", "(", ")", "\r",
	"\033", "a", "5", "0", "2", "\177", "\033[3~", "\033[B", "\033[F", "ә", "\t", "\001"};

static const char *
choose(Trial *t, const char *const *keys, gsize n_keys)
{
	return keys[g_rand_int_range(t->random, 0, (gint32)n_keys)];
}

static void
complain(const Trial *t, const char *what)
{
	g_autofree char *pressed = g_strescape(t->pressed->str, NULL);
	const char *shown = t->listener.shown->str;
	gsize n = t->listener.shown->len;

	g_error("%s, after %u keys, the last of them %s; it shows:\n%s", what, t->n_pressed,
		pressed, shown + (n > 2000 ? n - 2000 : 0));
}

static void
begin(Trial *t, const char *option)
{
	const char *argv[] = {g_getenv("OQ_PROGRAM"), "read", t->book, option, NULL};
	listener_begin(&t->listener, argv);
	if (!listener_shows(&t->listener, 0, NUMBERED_BOOK_BEFORE, 10000))
		complain(t, "it does not begin");
}

/* By a jump it may come to the end of the text. */
static void
begin_again(Trial *t)
{
	if (t->listener.status != 0 || strstr(t->listener.shown->str, "the end") == NULL)
		complain(t, "it has ended");
	t->n_ends++;
	g_autofree char *pressed = g_strescape(t->pressed->str, NULL);
	g_print("the end after %u keys: %s\n", t->n_pressed, pressed);
	begin(t, NULL);
}

static void
look(Trial *t, guint time_ms)
{
	gint64 end_us = g_get_monotonic_time() + time_ms * G_GINT64_CONSTANT(1000);

	for (gint64 left_us; (left_us = end_us - g_get_monotonic_time()) > 0;)
		listener_look(&t->listener, (guint)(left_us / 1000));
	if (listener_ended(&t->listener, 0))
		begin_again(t);
}

static void
press(Trial *t, const char *keys)
{
	g_string_append_printf(t->pressed, "%s ", keys);
	t->n_pressed++;
	listener_press(&t->listener, keys);
}

/* The longest silence behind a place of the capture. */
static guint
silence_ms(const Trial *t, gsize from)
{
	g_autoptr(GArray) capture = hearing_capture(&t->hearing);
	gsize longest = 0, last = from;

	for (gsize i = from; i < capture->len; i++) {
		if (g_array_index(capture, gint16, i) == 0)
			continue;
		longest = MAX(longest, i - last);
		last = i;
	}
	return (guint)(MAX(longest, capture->len - last) * 1000 / RATE_HZ);
}

static gboolean
sounds(const Trial *t, gsize from)
{
	g_autoptr(GArray) capture = hearing_capture(&t->hearing);

	for (gsize i = from; i < capture->len; i++)
		if (g_array_index(capture, gint16, i) != 0)
			return TRUE;
	return FALSE;
}

static void
count_streams(const Trial *t)
{
	g_autofree char *streams = NULL;
	g_spawn_command_line_sync("pactl list short sink-inputs", &streams, NULL, NULL, NULL);
	g_auto(GStrv) lines = g_strsplit(streams, "\n", -1);
	if (g_strv_length(lines) > 2)
		complain(t, "it speaks twice");
}

/* It answers at once. Escape by itself is known to be no sequence after a moment. */
static void
ask(Trial *t)
{
	look(t, KEY_MS);
	press(t, "\033");
	look(t, KEY_MS);
	gsize from = t->listener.shown->len;
	press(t, "t");
	if (!listener_shows(&t->listener, from, " per cent, ", ANSWER_MS))
		complain(t, "it does not answer");
	count_streams(t);
}

/* A number, and the key behind it. */
static void
set(Trial *t, const char *keys, const char *answer)
{
	gsize from = t->listener.shown->len;

	for (; *keys != '\0'; keys++) {
		const char key[] = {*keys, '\0'};
		press(t, key);
	}
	if (!listener_shows(&t->listener, from, answer, ANSWER_MS))
		complain(t, answer);
}

static void
switch_study_pause_off(Trial *t)
{
	gsize from = t->listener.shown->len;

	set(t, "p", "behind ");
	if (strstr(t->listener.shown->str + from, "no pause") == NULL)
		set(t, "p", "no pause behind");
}

/* Loud and fast, without pauses for study and out of any pause. What comes to its end is begun
 * anew, and reads. */
static void
make_it_read(Trial *t)
{
	guint n_ends = t->n_ends;

	ask(t);
	set(t, "99)", "volume 100");
	set(t, "99+", "speed 600");
	switch_study_pause_off(t);
	ask(t);
	gsize from = hearing_n_captured(&t->hearing);
	look(t, 2 * SILENCE_MS);
	if (t->n_ends == n_ends && !sounds(t, from + SILENCE_MS * RATE_HZ / 1000)) {
		from = hearing_n_captured(&t->hearing);
		press(t, " ");
		look(t, SILENCE_MS);
		if (t->n_ends == n_ends && !sounds(t, from))
			complain(t, "it does not go on reading");
	}
	set(t, "30-", "speed ");
	g_string_truncate(t->pressed, 0);
}

static void
press_moves(Trial *t)
{
	gsize from = hearing_n_captured(&t->hearing);
	guint n_ends = t->n_ends;

	for (guint i = 0; i < N_KEYS; i++) {
		press(t, choose(t, moves, G_N_ELEMENTS(moves)));
		look(t, KEY_MS);
	}
	guint longest_ms = silence_ms(t, from);
	if (n_ends == t->n_ends)
		t->longest_ms = MAX(t->longest_ms, longest_ms);
	if (n_ends == t->n_ends && longest_ms > SILENCE_MS)
		complain(t, "it is silent");
}

static void
press_anything(Trial *t)
{
	for (guint i = 0; i < N_KEYS; i++) {
		gboolean is_move = g_rand_int_range(t->random, 0, 3) == 0;
		press(t, is_move ? choose(t, moves, G_N_ELEMENTS(moves))
				 : choose(t, others, G_N_ELEMENTS(others)));
		look(t, KEY_MS);
	}
}

static void
compare_place(Trial *t)
{
	look(t, 1000);
	press(t, "q");
	if (!listener_ended(&t->listener, ANSWER_MS))
		complain(t, "it does not end");
	if (t->listener.status != 0)
		complain(t, "it failed");
	guint kept = kept_place_number(t->hearing.folder, t->book);
	guint shown = numbered_book_last(t->listener.shown->str, 0);
	if (kept != shown)
		complain(t, "the place is another one");
	g_print("kept sentence %u, shown %u\n", kept, shown);
}

static void
set_up(Trial *t, guint32 seed)
{
	hearing_set_up(&t->hearing, NULL);
	listener_init(&t->listener);
	t->random = g_rand_new_with_seed(seed);
	t->pressed = g_string_new(NULL);
	t->book = g_build_filename(t->hearing.folder, "book.txt", NULL);
	numbered_book_write(t->book, N_SENTENCES);
	g_setenv("XDG_STATE_HOME", t->hearing.folder, TRUE);
	g_setenv("XDG_CONFIG_HOME", t->hearing.folder, TRUE);
}

static void
tear_down(Trial *t)
{
	g_autofree char *folder = g_strdup(t->hearing.folder);
	const char *argv[] = {"rm", "-rf", "--", folder, NULL};
	g_autofree char **args = g_memdup2(argv, sizeof argv);

	listener_clear(&t->listener);
	hearing_tear_down(&t->hearing, NULL);
	g_spawn_sync(NULL, args, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
	g_string_free(t->pressed, TRUE);
	g_rand_free(t->random);
	g_free(t->book);
}

int
main(int argc, char **argv)
{
	gint64 length_s = argc > 1 ? g_ascii_strtoll(argv[1], NULL, 10) : 0;
	guint32 seed = argc > 2 ? (guint32)strtoul(argv[2], NULL, 10) : 1;
	gint64 end_us = g_get_monotonic_time() + length_s * G_USEC_PER_SEC;
	Trial t = {0};

	set_up(&t, seed);
	begin(&t, "--speed=300");
	do {
		press_moves(&t);
		press_anything(&t);
		make_it_read(&t);
	} while (g_get_monotonic_time() < end_us);
	make_it_read(&t);
	compare_place(&t);
	g_print("seed %u: %u keys, the longest silence %u ms, %u times at the end\n", seed,
		t.n_pressed, t.longest_ms, t.n_ends);
	tear_down(&t);
	return 0;
}
