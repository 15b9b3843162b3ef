#include "audio/playing/device_memory.h"

enum { RATE_HZ = 1000, N_LATENCY = 10 };

typedef struct {
	gsize n_left; /* sound that it still has */
	gsize n_asked;
	gint16 next;
	guint n_notices;
} Player;

static gsize
fill(gint16 *frames, gsize n_frames, gpointer data)
{
	Player *player = data;
	gsize n = MIN(n_frames, player->n_left);
	player->n_asked += n_frames;
	player->n_left -= n;
	for (gsize i = 0; i < n; i++)
		frames[i] = ++player->next;
	return n;
}

static void
notice(gpointer data)
{
	((Player *)data)->n_notices++;
}

static const OqDeviceUser user = {fill, notice};

static void
assert_frames(const OqDevice *device, const gint16 *expected, gsize n)
{
	const GArray *frames = oq_device_memory_frames(device);
	g_assert_cmpmem(
		frames->data, frames->len * sizeof *expected, expected, n * sizeof *expected);
}

/* It takes ahead of what is heard; stop throws the rest away, and what was heard counts. */
static void
test_latency(void)
{
	static const gint16 heard[] = {1, 2, 3, 14, 15};
	g_autoptr(OqDevice) device = oq_device_memory_new(RATE_HZ, N_LATENCY);
	Player player = {.n_left = 100};
	oq_device_memory_hear(device, 5);
	g_assert_cmpuint(oq_device_memory_frames(device)->len, ==, 0);
	oq_device_start(device, &user, &player);
	g_assert_true(oq_device_memory_is_running(device));
	g_assert_cmpuint(player.n_asked, ==, N_LATENCY);
	oq_device_memory_hear(device, 3);
	g_assert_cmpuint(player.n_asked, ==, N_LATENCY + 3);
	g_assert_cmpuint(oq_device_heard(device), ==, 3);
	g_assert_cmpuint(oq_device_stop(device), ==, 3);
	g_assert_false(oq_device_memory_is_running(device));
	oq_device_memory_hear(device, 5);
	oq_device_start(device, &user, &player);
	g_assert_cmpuint(oq_device_heard(device), ==, 0);
	oq_device_memory_hear(device, 2);
	assert_frames(device, heard, G_N_ELEMENTS(heard));
}

/* What the user does not give is heard as silence and does not count. */
static void
test_silence(void)
{
	static const gint16 heard[] = {1, 2, 0, 0, 3, 0};
	g_autoptr(OqDevice) device = oq_device_memory_new(RATE_HZ, 1);
	Player player = {.n_left = 2};
	oq_device_start(device, &user, &player);
	oq_device_memory_hear(device, 3);
	player.n_left = 1;
	oq_device_memory_hear(device, 1);
	g_assert_cmpuint(oq_device_heard(device), ==, 2);
	oq_device_memory_hear(device, 2);
	g_assert_cmpuint(oq_device_heard(device), ==, 3);
	assert_frames(device, heard, G_N_ELEMENTS(heard));
}

static void
test_alarm(void)
{
	g_autoptr(OqDevice) device = oq_device_memory_new(RATE_HZ, N_LATENCY);
	Player player = {.n_left = 100};
	oq_device_start(device, &user, &player);
	oq_device_alarm(device, 4);
	oq_device_memory_hear(device, 3);
	g_assert_cmpuint(player.n_notices, ==, 0);
	oq_device_memory_hear(device, 7);
	g_assert_cmpuint(player.n_notices, ==, 1);
	oq_device_alarm(device, 10);
	g_assert_cmpuint(player.n_notices, ==, 2);
	oq_device_alarm(device, 20);
	oq_device_alarm(device, G_MAXUINT64);
	oq_device_memory_hear(device, 30);
	g_assert_cmpuint(player.n_notices, ==, 2);
}

static void
test_loss(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqDevice) device = oq_device_memory_new(RATE_HZ, N_LATENCY);
	Player player = {.n_left = 100};
	oq_device_start(device, &user, &player);
	oq_device_memory_hear(device, 5);
	g_assert_true(oq_device_check(device, &error));
	oq_device_memory_lose(device, 2);
	g_assert_cmpuint(player.n_notices, ==, 1);
	oq_device_memory_hear(device, 5);
	g_assert_cmpuint(oq_device_heard(device), ==, 5);
	g_assert_false(oq_device_check(device, &error));
	g_assert_error(error, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_LOST);
	g_assert_cmpuint(oq_device_stop(device), ==, 3);
	oq_device_memory_refuse(device, TRUE);
	oq_device_start(device, &user, &player);
	g_assert_false(oq_device_check(device, NULL));
	g_assert_cmpuint(player.n_notices, ==, 2);
	oq_device_stop(device);
	oq_device_memory_refuse(device, FALSE);
	oq_device_start(device, &user, &player);
	g_assert_true(oq_device_check(device, NULL));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/device_memory/latency", test_latency);
	g_test_add_func("/device_memory/silence", test_silence);
	g_test_add_func("/device_memory/alarm", test_alarm);
	g_test_add_func("/device_memory/loss", test_loss);
	return g_test_run();
}
