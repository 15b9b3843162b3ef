/* Without a sound server: what is played and heard is tested in tests/audio. */
#include "audio/playing/sink_portaudio.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

enum { RATE_HZ = 22050 };

/* PortAudio wants a "default" among ALSA's devices, though it need not work. */
#define NO_DEFAULT "pcm.!default { type hw card 9 hint { show on description none } }\n"

/* Devices that take everything and are nowhere. */
static const char two_devices[] =
	NO_DEFAULT "pcm.kitchen { type null hint { show on description one } }\n"
		   "pcm.Kitchenette { type null hint { show on description two } }\n";

typedef struct {
	char *config;
} Fixture;

static void
set_up(Fixture *f, gconstpointer config)
{
	int fd = g_file_open_tmp("oqyrman-XXXXXX", &f->config, NULL);
	g_assert_cmpint(fd, >=, 0);
	close(fd);
	g_assert_true(g_file_set_contents(f->config, config, -1, NULL));
	g_setenv("ALSA_CONFIG_PATH", f->config, TRUE);
	g_setenv("JACK_NO_START_SERVER", "1", TRUE);
	g_setenv("JACK_DEFAULT_SERVER", "oqyrman-none", TRUE);
}

static void
tear_down(Fixture *f, gconstpointer config)
{
	(void)config;
	g_unlink(f->config);
	g_free(f->config);
}

static void
assert_error(const char *device, gint code, const char *named)
{
	g_autoptr(GError) error = NULL;
	g_assert_null(oq_sink_portaudio_new(device, RATE_HZ, &error));
	g_assert_error(error, OQ_AUDIO_ERROR, code);
	g_assert_nonnull(strstr(error->message, named));
	g_assert_null(strchr(error->message, '\n'));
	g_test_message("%s", error->message);
}

static void
test_no_device(Fixture *f, gconstpointer data)
{
	(void)f, (void)data;
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) names = oq_sink_portaudio_devices(&error);
	g_assert_no_error(error);
	g_assert_cmpuint(names->len, ==, 0);
	assert_error(NULL, OQ_AUDIO_ERROR_NO_DEVICE, "oqyrman render");
	assert_error("kitchen", OQ_AUDIO_ERROR_NO_DEVICE, "oqyrman render");
}

static void
test_names(Fixture *f, gconstpointer data)
{
	(void)f, (void)data;
	const char *good[] = {"kitchen", "Kitchenette", "ETTE", "0", "1"};
	g_autoptr(GPtrArray) names = oq_sink_portaudio_devices(NULL);
	g_assert_cmpuint(names->len, ==, 2);
	g_assert_cmpstr(g_ptr_array_index(names, 0), ==, "kitchen");
	g_assert_cmpstr(g_ptr_array_index(names, 1), ==, "Kitchenette");
	for (guint i = 0; i < G_N_ELEMENTS(good); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(OqSink) sink = oq_sink_portaudio_new(good[i], RATE_HZ, &error);
		g_assert_no_error(error);
		g_assert_nonnull(sink);
	}
	assert_error("Kitchen", OQ_AUDIO_ERROR_NO_DEVICE, "'Kitchen'");
	assert_error("2", OQ_AUDIO_ERROR_NO_DEVICE, "'2'");
	assert_error("cellar", OQ_AUDIO_ERROR_NO_DEVICE, "'cellar'");
	assert_error("\xff", OQ_AUDIO_ERROR_NO_DEVICE, "oqyrman voices");
}

/* Opening is silent on standard error, and leaves it as it was. */
static void
test_hush(Fixture *f, gconstpointer data)
{
	(void)f, (void)data;
	int ends[2];
	char bytes[64];
	int before = dup(STDERR_FILENO);
	g_assert_cmpint(pipe(ends), ==, 0);
	dup2(ends[1], STDERR_FILENO);
	close(ends[1]);
	oq_sink_free(oq_sink_portaudio_new("cellar", RATE_HZ, NULL));
	g_assert_cmpint(write(STDERR_FILENO, "mine", 4), ==, 4);
	dup2(before, STDERR_FILENO);
	close(before);
	g_assert_cmpmem(bytes, (gsize)read(ends[0], bytes, sizeof bytes), "mine", 4);
	close(ends[0]);
}

static void
test_nothing_written(Fixture *f, gconstpointer data)
{
	(void)f, (void)data;
	g_autoptr(GError) error = NULL;
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autoptr(OqSink) sink = oq_sink_portaudio_new("kitchen", RATE_HZ, &error);
	g_assert_true(oq_sink_finish(sink, stop, &error));
	g_assert_no_error(error);
	g_cancellable_cancel(stop);
	g_assert_false(oq_sink_write(sink, NULL, 0, stop, &error));
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(name, config, function)                                                                \
	g_test_add("/sink_portaudio/" name, Fixture, config, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("no-device", NO_DEFAULT, test_no_device);
	ADD("names", two_devices, test_names);
	ADD("hush", two_devices, test_hush);
	ADD("nothing-written", two_devices, test_nothing_written);
	return g_test_run();
}
