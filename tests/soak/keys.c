/* keys - how soon a key is heard, and how soon the program is: it runs in a terminal and plays into
 * the null sink of tests/audio; the times are those at which keys were written to the terminal, in
 * the capture, less what the sink itself takes. OQ_PROGRAM is the program. */
#include "aloud.h"
#include "figures.h"
#include "listener.h"
#include "trail.h"

#include <glib/gstdio.h>

#define TEXT OQ_TEST_SAMPLES "/almaty-report.txt"

enum {
	N_PAUSES = 100,
	N_JUMPS = 60,
	N_STARTS = 20,
	N_GRAIN = RATE_HZ / 50, /* of what is measured */
	N_LATE = RATE_HZ / 20,  /* 50 ms */
	N_LATE_START = RATE_HZ / 5,
	N_BOOK_BYTES = 10000000,
};

typedef struct {
	Aloud aloud;
	Listener listener;
} Keys;

static void
set_up(Keys *k, gconstpointer nursery)
{
	aloud_set_up(&k->aloud, nursery);
	listener_init(&k->listener);
	g_setenv("XDG_STATE_HOME", k->aloud.hearing.folder, TRUE);
	g_autoptr(OqDevice) device = aloud_device();
	aloud_measure_sink(&k->aloud, device);
}

static void
tear_down(Keys *k, gconstpointer nursery)
{
	listener_clear(&k->listener);
	aloud_tear_down(&k->aloud, nursery);
}

static void
pass(Keys *k, guint time_ms)
{
	aloud_pass(&k->aloud, time_ms);
	while (listener_look(&k->listener, 0))
		continue;
	g_assert_false(listener_ended(&k->listener, 0));
}

static gboolean
sounds(const Keys *k, gsize from)
{
	g_autoptr(GArray) capture = hearing_capture(&k->aloud.hearing);
	return aloud_first_sound(capture, from) < capture->len;
}

/* In that style and from the beginning, as what is expected is made. */
static void
begin(Keys *k)
{
	const char *argv[] = {
		g_getenv("OQ_PROGRAM"), "read", "--speed", "115", "--beginning", TEXT, NULL};
	listener_begin(&k->listener, argv);
	while (!sounds(k, k->aloud.n_before))
		pass(k, 20);
	pass(k, 500);
}

/* ---- pauses ---- */

typedef struct {
	gint64 paused_us;
	gint64 resumed_us;
} Pause;

/* Where the silence in which @end lies begins. */
static gsize
silence_before(const GArray *capture, gsize end)
{
	while (end > 0 && g_array_index(capture, gint16, end - 1) == 0)
		end--;
	return end;
}

/* What is paused in the pause between two sentences tells nothing. */
static void
add_pause(
	const Keys *k, const GArray *capture, const Pause *pause, Figures *silence, Figures *sound)
{
	gsize paused = (gsize)aloud_frame(&k->aloud, pause->paused_us);
	gsize resumed = (gsize)aloud_frame(&k->aloud, pause->resumed_us);
	gsize within = resumed - RATE_HZ / 10; /* a pause is longer, and the sink may be early */
	gsize silent = silence_before(capture, within);
	if (silent + N_GRAIN < paused)
		return;
	figures_add(silence, MAX((gint64)silent - (gint64)paused, 0));
	figures_add(sound, (gint64)aloud_first_sound(capture, within) - (gint64)resumed);
}

static void
test_pauses(Keys *k, gconstpointer data G_GNUC_UNUSED)
{
	Pause pauses[N_PAUSES];
	g_auto(Figures) silence, sound;
	begin(k);
	for (guint i = 0; i < N_PAUSES; i++) {
		pauses[i].paused_us = listener_press(&k->listener, " ");
		pass(k, (guint)g_test_rand_int_range(300, 400));
		pauses[i].resumed_us = listener_press(&k->listener, " ");
		pass(k, (guint)g_test_rand_int_range(300, 600));
	}
	g_autoptr(GArray) capture = hearing_capture(&k->aloud.hearing);
	figures_init(&silence, "key to silence, pause");
	figures_init(&sound, "key to sound, going on");
	for (guint i = 0; i < N_PAUSES; i++)
		add_pause(k, capture, &pauses[i], &silence, &sound);
	g_assert_cmpuint(silence.frames->len, >=, N_PAUSES / 2);
	figures_assert(&silence, N_LATE);
	figures_assert(&sound, N_LATE);
}

/* ---- jumps ---- */

/** A key, and what it should do. */
typedef struct {
	const char *keys;
	TrailCall call;
} Jump;

static const Jump jumps[] = {
	{"\033[C", {.kind = GO, .step = OQ_STEP_SENTENCE, .n = 1}},
	{"3\033[1;5D", {.kind = GO, .step = OQ_STEP_WORD, .n = -3}},
	{"2\033[B", {.kind = GO, .step = OQ_STEP_BLOCK, .n = 2}},
	{"r", {.kind = GO, .step = OQ_STEP_SENTENCE, .n = 0}},
	{"\033[1;5C", {.kind = GO, .step = OQ_STEP_WORD, .n = 1}},
	{"4\033[C", {.kind = GO, .step = OQ_STEP_SENTENCE, .n = 4}},
	{"2\033[D", {.kind = GO, .step = OQ_STEP_SENTENCE, .n = -2}},
	{"\033[A", {.kind = GO, .step = OQ_STEP_BLOCK, .n = -1}},
};

static void
test_jumps(Keys *k, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree TrailCall *made = g_new0(TrailCall, N_JUMPS);
	begin(k);
	for (guint i = 0; i < N_JUMPS; i++) {
		const Jump *jump = &jumps[i % G_N_ELEMENTS(jumps)];
		made[i] = jump->call;
		made[i].style = aloud_settings()->style;
		made[i].ends_us = made[i].begins_us = listener_press(&k->listener, jump->keys);
		pass(k, (guint)g_test_rand_int_range(500, 800));
	}
	listener_kill(&k->listener);
	trail_follow(&k->aloud, made, N_JUMPS);
}

/* ---- starts ---- */

static char *
write_book(const Keys *k)
{
	g_autofree char *report = NULL;
	g_autoptr(GString) text = g_string_new(NULL);
	char *path = g_build_filename(k->aloud.hearing.folder, "book.txt", NULL);
	g_assert_true(g_file_get_contents(TEXT, &report, NULL, NULL));
	while (text->len < N_BOOK_BYTES)
		g_string_append(text, report);
	g_assert_true(g_file_set_contents(path, text->str, (gssize)text->len, NULL));
	return path;
}

static void
begin_book(Keys *k, const char *book)
{
	const char *argv[] = {g_getenv("OQ_PROGRAM"), "read", book, NULL};
	listener_begin(&k->listener, argv);
}

static void
fall_silent(Keys *k)
{
	gsize from;
	listener_kill(&k->listener);
	do {
		from = hearing_n_captured(&k->aloud.hearing);
		aloud_pass(&k->aloud, 400);
	} while (sounds(k, from));
}

static void
measure_starts(Keys *k, const char *book, const char *what)
{
	g_auto(Figures) starts;
	figures_init(&starts, what);
	for (guint i = 0; i < N_STARTS; i++) {
		gsize from = hearing_n_captured(&k->aloud.hearing);
		begin_book(k, book);
		while (!sounds(k, from))
			pass(k, 20);
		g_autoptr(GArray) capture = hearing_capture(&k->aloud.hearing);
		figures_add(&starts, (gint64)aloud_first_sound(capture, from) -
					     aloud_frame(&k->aloud, k->listener.begun_us));
		fall_silent(k);
	}
	figures_assert(&starts, N_LATE_START);
}

static void
test_starts(Keys *k, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *book = write_book(k);
	measure_starts(k, book, "exec to sound, 10 MB");
	begin_book(k, book);
	pass(k, 500);
	listener_press(&k->listener, "g50\r");
	pass(k, 2000);
	fall_silent(k);
	begin_book(k, book);
	g_assert_true(listener_shows(&k->listener, 0, "going on at ", 5000));
	fall_silent(k);
	measure_starts(k, book, "exec to sound, from the middle of 10 MB");
	g_unlink(book);
}

#define ADD(name, function) g_test_add("/keys/" name, Keys, &nursery, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_autoptr(GError) error = NULL;
	g_test_init(&argc, &argv, NULL);
	g_autoptr(OqNursery) nursery = oq_reader_nursery(aloud_settings(), &error);
	g_assert_no_error(error);
	ADD("pauses", test_pauses);
	ADD("jumps", test_jumps);
	ADD("starts", test_starts);
	return g_test_run();
}
