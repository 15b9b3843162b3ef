#include "desktop/service.h"

#include "desktop_case.h"
#include "ssip_case.h"

static void
note_changed(gpointer data G_GNUC_UNUSED)
{
}

static void
note_sentence(guint id G_GNUC_UNUSED, guint64 start G_GNUC_UNUSED, guint64 end G_GNUC_UNUSED,
	const char *sentence G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
}

static void
note_word(guint id G_GNUC_UNUSED, guint64 start G_GNUC_UNUSED, guint64 end G_GNUC_UNUSED,
	gpointer data G_GNUC_UNUSED)
{
}

static void
note_finished(guint id, OqServiceOutcome outcome, const char *why G_GNUC_UNUSED, gpointer data)
{
	g_string_append_printf(((DesktopCase *)data)->log, "%u %d;", id, outcome);
}

static const OqServiceCalls calls = {
	note_changed, note_sentence, note_word, note_finished, note_changed};

static guint
say(OqService *service, const char *text, gboolean queues)
{
	return oq_service_say(
		service, text, &(OqServiceWish){.queues = queues, .lang = OQ_N_LANGS});
}

static guint
n_sounding(DesktopCase *c)
{
	const GArray *frames = oq_device_memory_frames(desktop_case_device(c));
	guint n = 0;

	for (guint i = 0; i < frames->len; i++)
		n += g_array_index(frames, gint16, i) != 0;
	return n;
}

static void
assert_silent(DesktopCase *c, SsipCase *others)
{
	/* so few that a busy machine does not take the 3 s after which nobody is waited for */
	for (guint i = 0; i < 200; i++) {
		desktop_case_step(c);
		ssip_case_step(others);
	}
	g_assert_cmpuint(n_sounding(c), ==, 0);
}

static void
wait_for_others(DesktopCase *c, SsipCase *others, OqService *service)
{
	desktop_case_until(c, desktop_case_device(c) != NULL);
	say(service, "Бір.", FALSE);
	ssip_case_until(others, others->n_messages == 1);
	assert_silent(c, others);
	g_assert_cmpint(oq_service_status(service).state, ==, OQ_SERVICE_READING);
	oq_service_stop(service);
	ssip_case_until(others, others->client == NULL);
	say(service, "Бір екі.", FALSE);
	ssip_case_until(others, others->n_messages == 2);
	assert_silent(c, others);
	ssip_case_say(others, "701-7\r\n701-1\r\n701 BEGIN\r\n");
	say(service, "Екі үш төрт.", TRUE);
	desktop_case_until(c, g_str_equal(c->log->str, "1 2;2 0;3 0;"));
	g_assert_cmpuint(n_sounding(c), ==, 5 * MADE_VOICE_WORD_FRAMES);
	g_assert_cmpuint(others->n_clients, ==, 2); /* what goes on at once asks nobody again */
	say(service, "Он.", FALSE);
	ssip_case_until(others, others->n_clients == 3);
	g_clear_object(&others->client);
	desktop_case_until(c, g_str_has_suffix(c->log->str, "4 0;"));
}

/* Whoever speaks through Speech Dispatcher. Nobody changes the environment beside threads. */
static void
test_waits(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	SsipCase others;

	ssip_case_set_up(&others, NULL);
	OqService *service = oq_service_new(&(OqServiceParts){.reader = c->reader,
		.style = OQ_STYLE_DEFAULT,
		.open = desktop_case_open,
		.open_data = c,
		.calls = &calls,
		.data = c});
	wait_for_others(c, &others, service);
	oq_service_free(service);
	ssip_case_tear_down(&others, NULL);
}

/* Nobody fills the memory by asking. */
static void
test_full(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqService) service = oq_service_new(&(OqServiceParts){.reader = c->reader,
		.style = OQ_STYLE_DEFAULT,
		.open = desktop_case_open,
		.open_data = c,
		.calls = &calls,
		.data = c});
	g_autofree char *half = g_strnfill(OQ_SERVICE_MAX_WAITING_BYTES / 2 + 1, ' ');

	say(service, desktop_case_text, FALSE);
	for (guint i = 0; i < OQ_SERVICE_MAX_WAITING; i++)
		g_assert_cmpuint(say(service, "Бір.", TRUE), ==, i + 2);
	g_assert_cmpuint(say(service, "Бір.", TRUE), ==, 0);
	g_assert_cmpuint(say(service, "Екі.", FALSE), ==, OQ_SERVICE_MAX_WAITING + 2);
	g_assert_cmpuint(say(service, half, TRUE), >, 0);
	g_assert_cmpuint(say(service, half, TRUE), ==, 0);
	g_assert_cmpuint(say(service, "Үш.", TRUE), >, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	DESKTOP_CASE_ADD("/service_flow/waits", test_waits);
	DESKTOP_CASE_ADD("/service_flow/full", test_full);
	return g_test_run();
}
