/* Without a sound server: what is played and heard is tested in tests/audio. */
#include "audio/playing/device_portaudio.h"

#include <semaphore.h>
#include <string.h>

#include "alsa_config.h"

enum { RATE_HZ = 22050 };

static void
assert_error(const char *device, gint code, const char *named)
{
	g_autoptr(GError) error = NULL;
	g_assert_null(oq_device_portaudio_new(device, RATE_HZ, -1, &error));
	g_assert_error(error, OQ_DEVICE_ERROR, code);
	g_assert_nonnull(strstr(error->message, named));
	g_assert_null(strchr(error->message, '\n'));
	g_test_message("%s", error->message);
}

static void
test_no_device(AlsaConfig *config, gconstpointer text)
{
	(void)config, (void)text;
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) names = oq_device_portaudio_names(-1, &error);
	g_assert_no_error(error);
	g_assert_cmpuint(names->len, ==, 0);
	assert_error(NULL, OQ_DEVICE_ERROR_NONE, "oqyrman render");
	assert_error("kitchen", OQ_DEVICE_ERROR_NONE, "oqyrman render");
}

static void
test_names(AlsaConfig *config, gconstpointer text)
{
	(void)config, (void)text;
	const char *good[] = {"kitchen", "Kitchenette", "ETTE", "0", "1"};
	g_autoptr(GPtrArray) names = oq_device_portaudio_names(-1, NULL);
	g_assert_cmpuint(names->len, ==, 2);
	g_assert_cmpstr(g_ptr_array_index(names, 0), ==, "kitchen");
	g_assert_cmpstr(g_ptr_array_index(names, 1), ==, "Kitchenette");
	for (guint i = 0; i < G_N_ELEMENTS(good); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(OqDevice) device = oq_device_portaudio_new(good[i], RATE_HZ, -1, &error);
		g_assert_no_error(error);
		g_assert_cmpuint(device->rate_hz, ==, RATE_HZ);
	}
	assert_error("Kitchen", OQ_DEVICE_ERROR_NONE, "'Kitchen'");
	assert_error("2", OQ_DEVICE_ERROR_NONE, "'2'");
	assert_error("\xff", OQ_DEVICE_ERROR_NONE, "oqyrman voices");
}

/* Opening is silent on standard error, whatever ALSA would like to say. */
static void
test_hush(AlsaConfig *config, gconstpointer text)
{
	(void)config, (void)text;
	int ends[2];
	char bytes[64];
	int before = dup(STDERR_FILENO);
	g_assert_cmpint(pipe(ends), ==, 0);
	dup2(ends[1], STDERR_FILENO);
	close(ends[1]);
	oq_device_free(oq_device_portaudio_new("cellar", RATE_HZ, -1, NULL));
	g_assert_cmpint(write(STDERR_FILENO, "mine", 4), ==, 4);
	dup2(before, STDERR_FILENO);
	close(before);
	g_assert_cmpmem(bytes, (gsize)read(ends[0], bytes, sizeof bytes), "mine", 4);
	close(ends[0]);
}

typedef struct {
	sem_t noticed;
	sem_t filled;
	gint is_playing; /* atomic */
} Player;

static gsize
fill(gint16 *frames, gsize n_frames, gpointer data)
{
	Player *player = data;
	memset(frames, 0, n_frames * sizeof *frames);
	g_assert_true(g_atomic_int_get(&player->is_playing));
	sem_post(&player->filled);
	return n_frames;
}

static void
notice(gpointer data)
{
	sem_post(&((Player *)data)->noticed);
}

static const OqDeviceUser user = {fill, notice};

/* This device hears as fast as it takes. */
static void
test_runs(AlsaConfig *config, gconstpointer text)
{
	(void)config, (void)text;
	Player player = {.is_playing = 1};
	sem_init(&player.noticed, 0, 0);
	sem_init(&player.filled, 0, 0);
	g_autoptr(OqDevice) device = oq_device_portaudio_new("kitchen", RATE_HZ, -1, NULL);
	for (guint i = 0; i < 5; i++) {
		g_atomic_int_set(&player.is_playing, 1);
		oq_device_start(device, &user, &player);
		oq_device_alarm(device, 1000);
		sem_wait(&player.noticed);
		g_assert_cmpuint(oq_device_heard(device), >=, 1000);
		g_assert_true(oq_device_check(device, NULL));
		g_assert_cmpuint(oq_device_stop(device), >=, 1000);
		oq_device_start(device, &user, &player); /* not even begun, perhaps */
		oq_device_stop(device);
		g_atomic_int_set(&player.is_playing, 0);
	}
	g_atomic_int_set(&player.is_playing, 1);
	while (sem_trywait(&player.filled) == 0)
		;
	oq_device_start(device, &user, &player);
	sem_wait(&player.filled);
	g_clear_pointer(&device, oq_device_free);
	g_atomic_int_set(&player.is_playing, 0);
}

/* That one might want to stop waiting is nothing to it, as long as one does not. */
static void
test_stop_fd(AlsaConfig *config, gconstpointer text)
{
	(void)config, (void)text;
	int ends[2];
	g_autoptr(GError) error = NULL;
	g_assert_cmpint(pipe(ends), ==, 0);
	oq_device_free(oq_device_portaudio_new("kitchen", RATE_HZ, ends[0], &error));
	g_assert_no_error(error);
	close(ends[0]);
	close(ends[1]);
}

#define ADD(name, text, function)                                                                  \
	g_test_add("/device_portaudio/" name, AlsaConfig, text, alsa_config_set_up, function,      \
		alsa_config_tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("no-device", ALSA_NO_DEFAULT, test_no_device);
	ADD("names", ALSA_TWO_DEVICES, test_names);
	ADD("hush", ALSA_TWO_DEVICES, test_hush);
	ADD("runs", ALSA_TWO_DEVICES, test_runs);
	ADD("stop-fd", ALSA_TWO_DEVICES, test_stop_fd);
	return g_test_run();
}
