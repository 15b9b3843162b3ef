#include "audio/playing/device.h"

typedef struct {
	OqDevice device;
	GString *calls;
} Log;

static void
note(OqDevice *device, const char *call)
{
	g_string_append_printf(((Log *)device)->calls, "%s ", call);
}

static void
log_start(OqDevice *device, const OqDeviceUser *user, gpointer data)
{
	note(device, "start");
	user->notice(data);
}

static guint64
log_stop(OqDevice *device)
{
	note(device, "stop");
	return 7;
}

static guint64
log_heard(OqDevice *device)
{
	note(device, "heard");
	return 5;
}

static void
log_alarm(OqDevice *device, guint64 n_frames)
{
	note(device, n_frames == 3 ? "alarm" : "wrong");
}

static gboolean
log_check(OqDevice *device, GError **error)
{
	note(device, "check");
	g_set_error_literal(error, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_LOST, "lost");
	return FALSE;
}

static void
log_free(OqDevice *device)
{
	note(device, "free");
}

static const OqDeviceClass log_class = {
	log_start, log_stop, log_heard, log_alarm, log_check, log_free};

static gsize
fill(gint16 *frames, gsize n_frames, gpointer data)
{
	(void)frames, (void)n_frames, (void)data;
	return 0;
}

static void
count(gpointer data)
{
	++*(guint *)data;
}

/* Every call reaches the class, with what it was given. */
static void
test_calls(void)
{
	static const OqDeviceUser user = {fill, count};
	guint n_notices = 0;
	g_autoptr(GError) error = NULL;
	Log log = {.device = {.klass = &log_class}, .calls = g_string_new(NULL)};
	oq_device_start(&log.device, &user, &n_notices);
	g_assert_cmpuint(n_notices, ==, 1);
	oq_device_alarm(&log.device, 3);
	g_assert_cmpuint(oq_device_heard(&log.device), ==, 5);
	g_assert_false(oq_device_check(&log.device, &error));
	g_assert_error(error, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_LOST);
	g_assert_cmpuint(oq_device_stop(&log.device), ==, 7);
	oq_device_free(&log.device);
	oq_device_free(NULL);
	g_assert_cmpstr(log.calls->str, ==, "start alarm heard check stop free ");
	g_string_free(log.calls, TRUE);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/device/calls", test_calls);
	return g_test_run();
}
