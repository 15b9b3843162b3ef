/* The guard's calls are made by the test itself. */
#include "audio/playing/feed.h"

#include <semaphore.h>
#include <string.h>
#include <sys/eventfd.h>

#include "alsa_config.h"

enum { RATE_HZ = 22050 };

typedef struct {
	sem_t filled;
	gint is_wanted; /* atomic */
	guint n_notices;
} Player;

static gsize
fill(gint16 *frames, gsize n_frames, gpointer data)
{
	Player *player = data;
	g_assert_true(g_atomic_int_get(&player->is_wanted));
	memset(frames, 0, n_frames * sizeof *frames);
	sem_post(&player->filled);
	return n_frames;
}

static void
notice(gpointer data)
{
	((Player *)data)->n_notices++;
}

static const OqDeviceUser user = {fill, notice};

static void
want(OqFeed *feed, guint run, Player *player)
{
	g_atomic_int_set(&player->is_wanted, 1);
	oq_feed_want(feed, run, &user, player);
	g_assert_cmpuint(oq_feed_wanted(feed), ==, run);
}

static void
unwant(OqFeed *feed, Player *player)
{
	oq_feed_unwant(feed, FALSE);
	g_assert_cmpuint(oq_feed_wanted(feed), ==, 0);
	g_atomic_int_set(&player->is_wanted, 0);
	while (sem_trywait(&player->filled) == 0)
		;
}

static void
test_runs(AlsaConfig *config, gconstpointer text)
{
	(void)config, (void)text;
	Player player = {0};
	g_autoptr(GError) error = NULL;
	sem_init(&player.filled, 0, 0);
	OqFeed *feed = oq_feed_new("kitchen", RATE_HZ);
	oq_feed_open(feed);
	g_assert_false(oq_feed_take_error(feed, &error));
	oq_feed_follow(feed);
	for (guint run = 1; run <= 3; run++) {
		want(feed, run, &player);
		g_assert_cmpuint(oq_feed_heard(feed, run, G_MAXINT32), ==, 0);
		g_assert_cmpint(oq_feed_when(feed, run, 1), ==, G_MAXINT64);
		oq_feed_follow(feed);
		sem_wait(&player.filled);
		sem_wait(&player.filled); /* the first one was noted by now */
		gint64 now_us = g_get_monotonic_time();
		g_assert_cmpuint(oq_feed_heard(feed, run, now_us + G_USEC_PER_SEC), >, 0);
		g_assert_cmpint(oq_feed_when(feed, run, 1), <, now_us + G_USEC_PER_SEC);
		g_assert_cmpint(oq_feed_end_us(feed, run), <=, g_get_monotonic_time());
		g_assert_false(oq_feed_has_failed(feed, run));
		unwant(feed, &player);
		oq_feed_rest(feed); /* not before it is followed */
		if (run != 2)       /* a run may follow another without a moment between */
			oq_feed_follow(feed);
		if (run == 3)
			break;
		oq_feed_rest(feed);
	}
	g_assert_cmpuint(oq_feed_n_notes(feed), >=, 3);
	oq_feed_give_notice(feed);
	g_assert_cmpuint(player.n_notices, ==, 1);
	oq_feed_free(feed);
}

/* What is no longer wanted when its turn comes is not begun. */
static void
test_unwanted(AlsaConfig *config, gconstpointer text)
{
	(void)config, (void)text;
	Player player = {0};
	sem_init(&player.filled, 0, 0);
	OqFeed *feed = oq_feed_new("kitchen", RATE_HZ);
	oq_feed_open(feed);
	want(feed, 1, &player);
	unwant(feed, &player);
	oq_feed_follow(feed);
	g_assert_cmpuint(oq_feed_n_notes(feed), ==, 0);
	oq_feed_free(feed);
}

static void
test_fails(AlsaConfig *config, gconstpointer text)
{
	(void)config, (void)text;
	Player player = {0};
	g_autoptr(GError) error = NULL;
	eventfd_t n_calls;
	sem_init(&player.filled, 0, 0);
	OqFeed *feed = oq_feed_new("cellar", RATE_HZ);
	oq_feed_open(feed);
	g_assert_true(oq_feed_take_error(feed, &error));
	g_assert_error(error, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_NONE);
	g_assert_false(oq_feed_take_error(feed, NULL));
	g_assert_cmpint(eventfd_read(oq_feed_wake_fd(feed), &n_calls), !=, 0);
	want(feed, 1, &player);
	g_assert_cmpint(eventfd_read(oq_feed_wake_fd(feed), &n_calls), ==, 0);
	oq_feed_follow(feed);
	g_assert_true(oq_feed_has_failed(feed, 1));
	g_assert_cmpint(eventfd_read(oq_feed_wake_fd(feed), &n_calls), ==, 0);
	g_assert_true(oq_feed_take_error(feed, NULL));
	oq_feed_free(feed);
}

/* A device that was lost is opened again, by the next run only. */
static void
test_opens_again(AlsaConfig *config, gconstpointer text)
{
	(void)text;
	Player player = {0};
	g_autoptr(GError) error = NULL;
	sem_init(&player.filled, 0, 0);
	OqFeed *feed = oq_feed_new("kitchen", RATE_HZ);
	oq_feed_open(feed);
	want(feed, 1, &player);
	oq_feed_unwant(feed, TRUE);
	g_assert_true(g_file_set_contents(config->path, ALSA_NO_DEFAULT, -1, NULL));
	oq_feed_follow(feed);
	g_assert_false(oq_feed_take_error(feed, &error));
	want(feed, 2, &player);
	oq_feed_follow(feed);
	g_assert_true(oq_feed_has_failed(feed, 2));
	g_assert_true(oq_feed_take_error(feed, &error));
	oq_feed_unwant(feed, TRUE);
	g_assert_true(g_file_set_contents(config->path, ALSA_TWO_DEVICES, -1, NULL));
	want(feed, 3, &player);
	oq_feed_follow(feed);
	sem_wait(&player.filled);
	g_assert_false(oq_feed_has_failed(feed, 3));
	unwant(feed, &player);
	oq_feed_free(feed);
}

/* A device that is gone for good is followed by the default one; at first only that which was named
 * will do. */
static void
test_default_follows(AlsaConfig *config, gconstpointer text)
{
	(void)text;
	Player player = {0};
	sem_init(&player.filled, 0, 0);
	OqFeed *feed = oq_feed_new("kitchen", RATE_HZ);
	oq_feed_open(feed);
	want(feed, 1, &player);
	oq_feed_follow(feed);
	sem_wait(&player.filled);
	oq_feed_unwant(feed, TRUE);
	oq_feed_follow(feed);
	g_assert_true(g_file_set_contents(config->path, ALSA_DEFAULT_ONLY, -1, NULL));
	want(feed, 2, &player);
	oq_feed_follow(feed);
	g_assert_false(oq_feed_has_failed(feed, 2));
	g_assert_false(oq_feed_take_error(feed, NULL));
	sem_wait(&player.filled);
	unwant(feed, &player);
	oq_feed_free(feed);
	feed = oq_feed_new("kitchen", RATE_HZ);
	oq_feed_open(feed);
	g_assert_true(oq_feed_take_error(feed, NULL));
	oq_feed_free(feed);
}

enum { N_LEAD = RATE_HZ / 10, SOUND = 7, N_ENOUGH = RATE_HZ };

typedef struct {
	sem_t filled;
	gsize n_filled;
	const OqFeed *feed;
	gsize n_notes; /* before the first fill */
} Sounder;

static gsize
sound(gint16 *frames, gsize n_frames, gpointer data)
{
	Sounder *sounder = data;
	for (gsize i = 0; i < n_frames; i++)
		frames[i] = SOUND;
	if (sounder->n_filled == 0)
		sounder->n_notes = oq_feed_n_notes(sounder->feed);
	sounder->n_filled += n_frames;
	if (sounder->n_filled >= N_ENOUGH)
		sem_post(&sounder->filled);
	return n_frames;
}

static const OqDeviceUser sounding_user = {sound, notice};

/* Whether there was silence before the first frame, which is none of those that count. */
static gboolean
is_led(OqFeed *feed, guint run)
{
	Sounder sounder = {.feed = feed};
	gsize n_notes = oq_feed_n_notes(feed);
	sem_init(&sounder.filled, 0, 0);
	oq_feed_want(feed, run, &sounding_user, &sounder);
	oq_feed_follow(feed);
	sem_wait(&sounder.filled);
	oq_feed_unwant(feed, FALSE);
	oq_feed_follow(feed);
	g_assert_cmpuint(oq_feed_heard(feed, run, G_MAXINT64 / RATE_HZ / 2), ==, sounder.n_filled);
	return sounder.n_notes > n_notes;
}

/* How many silent frames the file begins with, which the device has closed. */
static gsize
n_silent(const char *path)
{
	g_autofree char *bytes = NULL;
	gsize n_bytes, n = 0;
	g_assert_true(g_file_get_contents(path, &bytes, &n_bytes, NULL));
	const gint16 *frames = (const gint16 *)(gconstpointer)bytes;
	while (n < n_bytes / 2 && frames[n] == 0)
		n++;
	g_assert_cmpuint(n, <, n_bytes / 2);
	return n;
}

/* A device that was given back begins with silence, one that is in use does not. */
static void
test_lead(AlsaConfig *config, gconstpointer text)
{
	(void)text;
	g_autofree char *path = g_strconcat(config->path, ".raw", NULL);
	g_autofree char *devices = g_strdup_printf(ALSA_FILE, path);
	g_assert_true(g_file_set_contents(config->path, devices, -1, NULL));
	OqFeed *feed = oq_feed_new("kitchen", RATE_HZ);
	oq_feed_open(feed);
	g_assert_false(is_led(feed, 1));
	oq_feed_rest(feed);
	gsize n_own = n_silent(path); /* PortAudio's */
	oq_feed_set_lead(feed, 1000 * N_LEAD / RATE_HZ);
	g_assert_true(is_led(feed, 2));
	g_assert_false(is_led(feed, 3));
	oq_feed_rest(feed);
	g_assert_cmpuint(n_silent(path), ==, n_own + N_LEAD);
	g_assert_true(is_led(feed, 4));
	oq_feed_free(feed);
	g_unlink(path);
}

#define ADD(name, text, function)                                                                  \
	g_test_add("/feed/" name, AlsaConfig, text, alsa_config_set_up, function,                  \
		alsa_config_tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("runs", ALSA_TWO_DEVICES, test_runs);
	ADD("unwanted", ALSA_TWO_DEVICES, test_unwanted);
	ADD("fails", ALSA_TWO_DEVICES, test_fails);
	ADD("opens-again", ALSA_TWO_DEVICES, test_opens_again);
	ADD("default-follows", ALSA_TWO_DEVICES, test_default_follows);
	ADD("lead", ALSA_NO_DEFAULT, test_lead);
	return g_test_run();
}
