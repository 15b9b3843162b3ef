/* Without a sound server: what is played and heard is tested in tests/audio. */
#include "audio/playing/stream.h"

#include <semaphore.h>
#include <string.h>

#include "alsa_config.h"
#include "audio/playing/device.h"

enum { RATE_HZ = 22050, MAX_DELAY_US = 2 * G_USEC_PER_SEC };

typedef struct {
	sem_t played;
	sem_t ended;
	gint is_playing; /* atomic */
} Log;

static void
play(gint16 *frames, gsize n_frames, gint64 delay_us, gpointer data)
{
	Log *log = data;
	g_assert_true(g_atomic_int_get(&log->is_playing));
	g_assert_cmpint(delay_us, >=, 0);
	g_assert_cmpint(delay_us, <=, MAX_DELAY_US);
	memset(frames, 0, n_frames * sizeof *frames);
	sem_post(&log->played);
}

static void
ended(gpointer data)
{
	sem_post(&((Log *)data)->ended);
}

static const OqStreamUser user = {play, ended};

static void
test_plays(AlsaConfig *config, gconstpointer text)
{
	(void)config, (void)text;
	Log log = {0};
	g_autoptr(GError) error = NULL;
	sem_init(&log.played, 0, 0);
	sem_init(&log.ended, 0, 0);
	OqStream *stream = oq_stream_open("kitchen", RATE_HZ, &user, &log, &error);
	g_assert_no_error(error);
	for (guint i = 0; i < 3; i++) {
		g_atomic_int_set(&log.is_playing, 1);
		g_assert_true(oq_stream_start(stream, &error));
		sem_wait(&log.played);
		oq_stream_abort(stream);
		sem_wait(&log.ended);
		g_atomic_int_set(&log.is_playing, 0);
		if (i > 0) /* and is opened again, if it must */
			oq_stream_rest(stream);
	}
	oq_stream_rest(stream);
	oq_stream_close(stream);
	oq_stream_close(NULL);
}

static void
test_devices(AlsaConfig *config, gconstpointer text)
{
	(void)config, (void)text;
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) names = oq_stream_devices(&error);
	g_assert_no_error(error);
	g_assert_cmpuint(names->len, ==, 2);
	g_assert_cmpstr(g_ptr_array_index(names, 1), ==, "Kitchenette");
	g_assert_null(oq_stream_open("cellar", RATE_HZ, &user, NULL, &error));
	g_assert_error(error, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_NONE);
}

static void
test_none(AlsaConfig *config, gconstpointer text)
{
	(void)config, (void)text;
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) names = oq_stream_devices(&error);
	g_assert_cmpuint(names->len, ==, 0);
	g_assert_null(oq_stream_open(NULL, RATE_HZ, &user, NULL, &error));
	g_assert_error(error, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_NONE);
}

/* Of the leak sanitizer, where there is one: what PortAudio held in the middle of a call is lost.
 */
void __lsan_disable(void) __attribute__((weak));
void __lsan_enable(void) __attribute__((weak));

static void
assert_no_sound(void)
{
	g_autoptr(GError) error = NULL;
	if (__lsan_disable != NULL)
		__lsan_disable();
	g_assert_null(oq_stream_devices(&error));
	if (__lsan_enable != NULL)
		__lsan_enable();
	g_assert_error(error, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_NONE);
}

/* An assertion of PortAudio's is an error, after which it works again; here as in the middle of a
 * reading, when the sound server goes. */
static void
test_no_default(AlsaConfig *config, gconstpointer data G_GNUC_UNUSED)
{
	for (guint i = 0; i < 2; i++) {
		g_autoptr(GError) error = NULL;
		g_assert_true(g_file_set_contents(config->path, ALSA_NO_NAMED_DEFAULT, -1, NULL));
		assert_no_sound();
		g_assert_true(g_file_set_contents(config->path, ALSA_TWO_DEVICES, -1, NULL));
		g_autoptr(GPtrArray) names = oq_stream_devices(&error);
		g_assert_no_error(error);
		g_assert_cmpuint(names->len, >, 0);
	}
}

#define ADD(name, text, function)                                                                  \
	g_test_add("/stream/" name, AlsaConfig, text, alsa_config_set_up, function,                \
		alsa_config_tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("plays", ALSA_TWO_DEVICES, test_plays);
	ADD("devices", ALSA_TWO_DEVICES, test_devices);
	ADD("no-default", ALSA_NO_NAMED_DEFAULT, test_no_default);
	ADD("none", ALSA_NO_DEFAULT, test_none);
	return g_test_run();
}
