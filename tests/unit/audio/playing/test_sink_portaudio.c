/* Without a sound server: the device is tested in test_device_portaudio.c. */
#include "audio/playing/sink_portaudio.h"

#include "alsa_config.h"
#include "audio/playing/device.h"

enum { RATE_HZ = 22050 };

static void
test_no_device(AlsaConfig *config, gconstpointer text)
{
	(void)config, (void)text;
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) names = oq_sink_portaudio_devices(&error);
	g_assert_no_error(error);
	g_assert_cmpuint(names->len, ==, 0);
	g_assert_null(oq_sink_portaudio_new(NULL, RATE_HZ, &error));
	g_assert_error(error, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_NONE);
}

static void
test_nothing_written(AlsaConfig *config, gconstpointer text)
{
	(void)config, (void)text;
	g_autoptr(GError) error = NULL;
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autoptr(OqSink) sink = oq_sink_portaudio_new("kitchen", RATE_HZ, &error);
	g_assert_true(oq_sink_finish(sink, stop, &error));
	g_assert_no_error(error);
	g_cancellable_cancel(stop);
	g_assert_false(oq_sink_write(sink, NULL, 0, stop, &error));
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_written(AlsaConfig *config, gconstpointer text)
{
	(void)config, (void)text;
	g_autoptr(GError) error = NULL;
	g_autofree gint16 *samples = g_new0(gint16, 2 * RATE_HZ);
	g_autoptr(OqSink) sink = oq_sink_portaudio_new("kitchen", RATE_HZ, &error);
	g_assert_true(oq_sink_write(sink, samples, 2 * RATE_HZ, &error));
	g_assert_true(oq_sink_finish(sink, &error));
	g_assert_no_error(error);
}

#define ADD(name, text, function)                                                                  \
	g_test_add("/sink_portaudio/" name, AlsaConfig, text, alsa_config_set_up, function,        \
		alsa_config_tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("no-device", ALSA_NO_DEFAULT, test_no_device);
	ADD("nothing-written", ALSA_TWO_DEVICES, test_nothing_written);
	ADD("written", ALSA_TWO_DEVICES, test_written);
	return g_test_run();
}
