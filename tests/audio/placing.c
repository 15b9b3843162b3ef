/* What the player says is heard, compared with what is recorded from the null sink: the place where
 * it is paused, and the moment at which a word begins. With -m slow it is paused 200 times. */
#include "hearing.h"

#include <poll.h>
#include <sys/resource.h>

enum { N_SPEECH = RATE_HZ, N_WORD = RATE_HZ / 10 };

static gint
ms_of(gint64 n_frames)
{
	return (gint)(n_frames * 1000 / RATE_HZ);
}

/* Pushes one second after the other, as long as there is room. */
static void
feed(Hearing *h, gsize *n_pushed)
{
	while (*n_pushed + N_SPEECH <= N_SAMPLES && oq_player_heard(h->player).has_room &&
		hearing_push(h, *n_pushed, N_SPEECH, 0, N_WORD))
		*n_pushed += N_SPEECH;
}

static void
pass_time(Hearing *h, gsize *n_pushed, guint time_ms)
{
	gint64 start_us = g_get_monotonic_time();
	struct pollfd fd = {oq_player_fd(h->player), POLLIN, 0};
	for (gint64 left = time_ms; left > 0; left = time_ms - hearing_ms_since(start_us)) {
		poll(&fd, 1, (int)left);
		feed(h, n_pushed);
	}
}

typedef struct {
	gint64 largest;
	gint64 sum;
	guint n;
} Errors;

static void
add_error(Errors *errors, gint64 n_frames)
{
	errors->largest = MAX(errors->largest, ABS(n_frames));
	errors->sum += n_frames;
	errors->n++;
}

static void
assert_errors(const Errors *errors, const char *what)
{
	g_assert_cmpuint(errors->n, >, 0);
	g_test_message("%s: %u times, at most %d ms wrong, %d ms in the mean", what, errors->n,
		ms_of(errors->largest), ms_of(errors->sum / errors->n));
	g_assert_cmpint(errors->largest, <=, N_TOLERATED);
}

/* The samples that are heard without a break from @at on, of which the first is @place. */
static gsize
unbroken(const Hearing *h, const GArray *sound, gsize at, gsize place)
{
	gsize n = 0;
	while (at + n < sound->len && place + n < N_SAMPLES &&
		g_array_index(sound, gint16, at + n) == h->samples[place + n])
		n++;
	return n;
}

/* Goes along the breaks: each goes on where it broke off, which is where the player said. */
static void
compare_breaks(const Hearing *h, const GArray *sound, const GArray *places)
{
	Errors again = {0}, told = {0};
	gsize at = 0, place = 0;
	for (guint i = 0;; i++) {
		gsize n = unbroken(h, sound, at, place);
		at += n;
		place += n;
		if (at == sound->len)
			break;
		g_assert_cmpuint(i, <, places->len);
		add_error(&told, (gint64)g_array_index(places, guint64, i) - (gint64)place);
		while (g_array_index(sound, gint16, at) == 0)
			at++;
		gsize next = hearing_place(h, sound, at);
		add_error(&again, (gint64)next - (gint64)place);
		place = next;
	}
	assert_errors(&told, "place told when paused");
	assert_errors(&again, "goes on");
}

static void
test_pause_resume(Hearing *h, gconstpointer data)
{
	(void)data;
	guint n_pauses = g_test_slow() ? 200 : 25;
	gsize n_pushed = 0;
	g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(guint64));
	hearing_open(h);
	feed(h, &n_pushed);
	pass_time(h, &n_pushed, 300);
	for (guint i = 0; i < n_pauses; i++) {
		oq_player_pause(h->player);
		OqHeard heard = oq_player_heard(h->player);
		guint64 place = heard.speech_start + heard.frame;
		g_array_append_val(places, place);
		pass_time(h, &n_pushed, (guint)g_test_rand_int_range(20, 60));
		oq_player_resume(h->player);
		pass_time(h, &n_pushed, (guint)g_test_rand_int_range(40, 250));
	}
	oq_player_drop(h->player);
	g_autoptr(GArray) sound = hearing_sound(h, N_QUIET);
	compare_breaks(h, sound, places);
}

typedef struct {
	gint64 told_us;
	guint64 word;
} Told;

/* Waits until a word begins; meanwhile finds out when samples are recorded at the earliest: number
 * i at (i - *lead) / RATE_HZ seconds. */
static gboolean
wait_for_word(Hearing *h, Told *told, gint64 *lead)
{
	struct pollfd fd = {oq_player_fd(h->player), POLLIN, 0};
	for (;;) {
		gboolean is_told = poll(&fd, 1, 1) > 0;
		gint64 now_us = g_get_monotonic_time();
		gint64 n = (gint64)hearing_n_captured(h);
		*lead = MAX(*lead, n - now_us * RATE_HZ / G_USEC_PER_SEC);
		if (!is_told)
			continue;
		OqHeard heard = oq_player_heard(h->player);
		if (heard.state == OQ_PLAYER_DRAINED)
			return FALSE;
		if (heard.word_start == told->word)
			continue;
		*told = (Told){now_us, heard.word_start};
		return TRUE;
	}
}

/* Speeches of a second with pauses between them, of ten words each. */
static void
test_position(Hearing *h, gconstpointer data)
{
	(void)data;
	enum { N_SPEECHES = 5, N_PAUSE = RATE_HZ / 5 };
	Told told = {0};
	Errors errors = {0};
	gint64 lead = G_MININT64;
	g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Told));
	hearing_open(h);
	for (gsize i = 0; i < 3; i++)
		g_assert_true(hearing_push(h, i * N_SPEECH, N_SPEECH, N_PAUSE, N_WORD));
	for (gsize i = 3; wait_for_word(h, &told, &lead); g_array_append_val(all, told))
		if (i < N_SPEECHES && hearing_push(h, i * N_SPEECH, N_SPEECH, N_PAUSE, N_WORD))
			i++;
		else if (i == N_SPEECHES)
			oq_player_end(h->player);
	g_autoptr(GArray) sound = hearing_sound(h, N_QUIET);
	g_autoptr(GArray) capture = hearing_capture(h);
	gsize first = 0;
	while (g_array_index(capture, gint16, first) == 0)
		first++;
	g_assert_cmpuint(all->len, ==, N_SPEECHES * N_SPEECH / N_WORD - 1);
	for (guint i = 0; i < all->len; i++) {
		const Told *word = &g_array_index(all, Told, i);
		gsize at = word->word + word->word / N_SPEECH * N_PAUSE;
		g_assert_cmpint(g_array_index(sound, gint16, at), ==, h->samples[word->word]);
		gint64 told_at = word->told_us * RATE_HZ / G_USEC_PER_SEC + lead;
		add_error(&errors, told_at - (gint64)(first + at));
	}
	assert_errors(&errors, "words begin");
}

/* How often this process is woken in a second of sleep, itself apart, once all is settled. */
static glong
wakes(void)
{
	struct rusage before, after;
	g_usleep(4 * G_USEC_PER_SEC);
	getrusage(RUSAGE_SELF, &before);
	g_usleep(G_USEC_PER_SEC);
	getrusage(RUSAGE_SELF, &after);
	return after.ru_nvcsw - before.ru_nvcsw - 1;
}

/* A player that is paused, drained, or waits for a speech wakes nobody, and can go on all the same.
 */
static void
test_idle(Hearing *h, gconstpointer data)
{
	(void)data;
	enum { N_VOICED = RATE_HZ / 5, N_PAUSE = RATE_HZ / 5 };
	hearing_open(h);
	g_assert_cmpint(wakes(), <=, 1);
	hearing_push(h, 0, N_VOICED, N_PAUSE, 0);
	hearing_wait_for_sound(h, N_VOICED / 2);
	oq_player_pause(h->player);
	g_assert_cmpint(wakes(), <=, 1);
	oq_player_resume(h->player);
	hearing_wait_for_sound(h, 6 * RATE_HZ);
	g_assert_cmpint(wakes(), <=, 1);
	hearing_push(h, N_VOICED, N_VOICED, N_PAUSE, 0);
	oq_player_end(h->player);
	hearing_wait(h, OQ_PLAYER_DRAINED);
	g_assert_cmpint(wakes(), <=, 1);
	g_autoptr(GArray) sound = hearing_sound(h, N_QUIET);
	g_assert_cmpuint(unbroken(h, sound, sound->len - N_VOICED, N_VOICED), ==, N_VOICED);
}

#define ADD(name, function)                                                                        \
	g_test_add("/placing/" name, Hearing, NULL, hearing_set_up, function, hearing_tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("pause-resume", test_pause_resume);
	ADD("position", test_position);
	ADD("idle", test_idle);
	return g_test_run();
}
