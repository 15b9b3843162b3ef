#include "desktop/agent.h"

#include "desktop_case.h"
#include "test_bus.h"

#include <stdlib.h>

#define SESSION "DBUS_SESSION_BUS_ADDRESS"
#define SYSTEM  "DBUS_SYSTEM_BUS_ADDRESS"

typedef struct {
	DesktopCase *desktop;
	OqAgent *agent;
	GString *lines;   /* that were told */
	GString *signals; /* of the bus */
	TestBus bus;

	/* The selection, which the test is. */
	OqSelectionAnswer answer; /* (nullable): that is waited for */
	gpointer answer_data;
	OqSelectionWanted wanted;
	GCancellable *stop;
	guint n_asked;
	OqReaderMeeting meeting;
} Case;

static void
tell(const char *line, gpointer data)
{
	g_string_append_printf(((Case *)data)->lines, "%s;", line);
}

static void
meet(OqReaderMeeting meeting, gpointer data)
{
	((Case *)data)->meeting = meeting;
}

static void
ask(OqSelectionWanted wanted, GCancellable *stop, OqSelectionAnswer answer, gpointer answer_data,
	gpointer data)
{
	Case *c = data;

	c->n_asked++;
	c->wanted = wanted;
	c->answer = answer;
	c->answer_data = answer_data;
	g_set_object(&c->stop, stop);
}

static OqDevice *
open_device(guint rate_hz, gpointer data, GCancellable *stop, GError **error)
{
	return desktop_case_open(rate_hz, ((Case *)data)->desktop, stop, error);
}

static void
answer(Case *c, const char *text)
{
	g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));

	g_assert_false(g_cancellable_is_cancelled(c->stop));
	c->answer(bytes, NULL, c->answer_data);
}

static void
refuse(Case *c, OqSelectionError code)
{
	g_autoptr(GError) error = g_error_new_literal(OQ_SELECTION_ERROR, (gint)code, "Он бір.");

	c->answer(NULL, error, c->answer_data);
}

static void
begin(Case *c, DesktopCase *desktop, gboolean queues)
{
	c->desktop = desktop;
	c->lines = g_string_new(NULL);
	c->signals = g_string_new(NULL);
	c->agent = oq_agent_new(&(OqAgentParts){.reader = desktop->reader,
		.style = OQ_STYLE_DEFAULT,
		.open = open_device,
		.queues = queues,
		.ask = ask,
		.tell = tell,
		.met = meet,
		.data = c});
}

/* Calls that nobody waits for any more are answered, too. */
static void
end(Case *c)
{
	oq_agent_free(c->agent);
	if (c->bus.client != NULL)
		test_bus_down(&c->bus, SESSION);
	while (g_main_context_iteration(NULL, FALSE))
		continue;
	g_string_free(c->lines, TRUE);
	g_string_free(c->signals, TRUE);
	g_clear_object(&c->stop);
}

static guint
n_sounding(Case *c)
{
	OqDevice *device = desktop_case_device(c->desktop);
	const GArray *frames = device != NULL ? oq_device_memory_frames(device) : NULL;
	guint n = 0;

	for (guint i = 0; frames != NULL && i < frames->len; i++)
		n += g_array_index(frames, gint16, i) != 0;
	return n;
}

/* Until so many words were heard in all, at the made voice's own speed. */
static void
hear_words(Case *c, guint n_words)
{
	desktop_case_until(c->desktop, n_sounding(c) >= n_words * MADE_VOICE_WORD_FRAMES);
}

/* As long as nothing is heard, however much is asked for. */
static void
assert_silent(Case *c)
{
	guint before = n_sounding(c);

	for (guint i = 0; i < 1000; i++)
		desktop_case_step(c->desktop);
	g_assert_cmpuint(n_sounding(c), ==, before);
}

static void
test_selection(DesktopCase *desktop, gconstpointer data G_GNUC_UNUSED)
{
	Case c = {0};

	begin(&c, desktop, FALSE);
	oq_agent_do(c.agent, OQ_DEED_READ_SELECTION);
	g_assert_cmpint(c.wanted, ==, OQ_SELECTION_SELECTED);
	answer(&c, desktop_case_text);
	hear_words(&c, 1);
	oq_agent_do(c.agent, OQ_DEED_READ_SELECTION); /* stops */
	g_assert_cmpuint(c.n_asked, ==, 1);
	assert_silent(&c);
	oq_agent_do(c.agent, OQ_DEED_READ_SELECTION);
	oq_agent_do(c.agent, OQ_DEED_READ_SELECTION); /* before there was an answer */
	g_assert_cmpuint(c.n_asked, ==, 2);
	g_assert_true(g_cancellable_is_cancelled(c.stop));
	assert_silent(&c);
	oq_agent_do(c.agent, OQ_DEED_READ_SELECTION);
	guint before = n_sounding(&c) / MADE_VOICE_WORD_FRAMES;
	answer(&c, "Он.");
	hear_words(&c, before + 1);
	g_assert_cmpstr(c.lines->str, ==, "");
	end(&c);
}

static void
test_clipboard(DesktopCase *desktop, gconstpointer data G_GNUC_UNUSED)
{
	Case c = {0};

	begin(&c, desktop, FALSE);
	oq_agent_do(c.agent, OQ_DEED_READ_CLIPBOARD);
	g_assert_cmpint(c.wanted, ==, OQ_SELECTION_CLIPBOARD);
	answer(&c, desktop_case_text);
	hear_words(&c, 1);
	oq_agent_do(c.agent, OQ_DEED_SPELL_SELECTION); /* in its place */
	g_assert_cmpint(c.wanted, ==, OQ_SELECTION_SELECTED);
	answer(&c, "абвгд");
	oq_agent_do(c.agent, OQ_DEED_SPELL_SELECTION); /* stops what it began */
	assert_silent(&c);
	g_assert_cmpuint(c.n_asked, ==, 2);
	end(&c);
}

static void
test_queue(DesktopCase *desktop, gconstpointer data G_GNUC_UNUSED)
{
	Case c = {0};

	begin(&c, desktop, TRUE);
	oq_agent_do(c.agent, OQ_DEED_READ_SELECTION);
	answer(&c, "Бір екі үш.");
	oq_agent_do(c.agent, OQ_DEED_READ_CLIPBOARD);
	answer(&c, "Он.");
	hear_words(&c, 4);
	end(&c);
}

/* It is told and said. */
static void
test_refused(DesktopCase *desktop, gconstpointer data G_GNUC_UNUSED)
{
	Case c = {0};

	begin(&c, desktop, FALSE);
	oq_agent_do(c.agent, OQ_DEED_READ_SELECTION);
	refuse(&c, OQ_SELECTION_ERROR_NOTHING);
	g_assert_cmpstr(c.lines->str, ==, "Он бір.;");
	hear_words(&c, 2);
	end(&c);
}

static void
test_deeds(DesktopCase *desktop, gconstpointer data G_GNUC_UNUSED)
{
	Case c = {0};
	guint before;

	begin(&c, desktop, FALSE);
	for (OqDeed deed = OQ_DEED_PAUSE; deed < OQ_DEED_READ_CLIPBOARD; deed++)
		oq_agent_do(c.agent, deed); /* nothing is read */
	oq_agent_do(c.agent, OQ_DEED_READ_SELECTION);
	answer(&c, desktop_case_text);
	before = n_sounding(&c);
	desktop_case_until(desktop, n_sounding(&c) > before + 200);
	oq_agent_do(c.agent, OQ_DEED_PAUSE);
	assert_silent(&c);
	oq_agent_do(c.agent, OQ_DEED_PAUSE);
	before = n_sounding(&c);
	desktop_case_until(desktop, n_sounding(&c) > before);
	oq_agent_do(c.agent, OQ_DEED_NEXT);
	oq_agent_do(c.agent, OQ_DEED_PREVIOUS);
	oq_agent_do(c.agent, OQ_DEED_REPEAT);
	oq_agent_do(c.agent, OQ_DEED_WHERE);
	before = n_sounding(&c);
	desktop_case_until(desktop, n_sounding(&c) > before + 4 * MADE_VOICE_WORD_FRAMES);
	end(&c);
}

/* ---- on a bus ---- */

static void
note_signal(GDBusConnection *connection G_GNUC_UNUSED, const char *sender G_GNUC_UNUSED,
	const char *path G_GNUC_UNUSED, const char *interface G_GNUC_UNUSED, const char *signal,
	GVariant *arguments, gpointer data)
{
	g_autofree char *shown = g_variant_print(arguments, FALSE);

	g_string_append_printf(((Case *)data)->signals, "%s%s;", signal, shown);
}

/* The same bus for the session and the system, with the test as logind. */
static gboolean
begin_on_bus(Case *c, DesktopCase *desktop)
{
	if (!test_bus_up(&c->bus, SESSION))
		return FALSE;
	g_setenv(SYSTEM, g_getenv(SESSION), TRUE);
	g_autoptr(GVariant) reply = test_bus_call(&c->bus, "org.freedesktop.DBus",
		"/org/freedesktop/DBus", "org.freedesktop.DBus.RequestName",
		g_variant_new("(su)", "org.freedesktop.login1", 0));
	c->meeting = OQ_READER_NO_BUS;
	begin(c, desktop, FALSE);
	g_dbus_connection_signal_subscribe(c->bus.client, NULL, NULL, NULL, OQ_READER_PATH, NULL,
		G_DBUS_SIGNAL_FLAGS_NONE, note_signal, c, NULL);
	desktop_case_until(desktop, c->meeting == OQ_READER_NAMED);
	return TRUE;
}

static void
take_reply(GObject *source, GAsyncResult *result, gpointer data)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GVariant) reply =
		g_dbus_connection_call_finish(G_DBUS_CONNECTION(source), result, &error);
	g_autofree char *shown = reply != NULL ? g_variant_print(reply, FALSE)
					       : g_dbus_error_get_remote_error(error);

	g_string_append_printf(((Case *)data)->signals, "reply %s;", shown);
}

static void
call(Case *c, const char *method, GVariant *arguments)
{
	g_dbus_connection_call(c->bus.client, OQ_READER_NAME, OQ_READER_PATH, OQ_READER_INTERFACE,
		method, arguments, NULL, G_DBUS_CALL_FLAGS_NONE, G_MAXINT, NULL, take_reply, c);
}

static void
until(Case *c, const char *signal)
{
	desktop_case_until(c->desktop, strstr(c->signals->str, signal) != NULL);
	g_string_truncate(c->signals, 0);
}

/* It lasts until something is done about it. */
static void
say_for_long(Case *c)
{
	g_autoptr(GString) text = g_string_new(NULL);

	for (guint i = 0; i < 30; i++)
		g_string_append(text, desktop_case_text);
	call(c, "Say", g_variant_new_parsed("(%s, @a{sv} {})", text->str));
	until(c, "WordStarted");
}

static void
test_bus_calls(DesktopCase *desktop, gconstpointer data G_GNUC_UNUSED)
{
	Case c = {0};

	if (!begin_on_bus(&c, desktop))
		return;
	call(&c, "Say", g_variant_new_parsed("('Бір екі үш.', @a{sv} {})"));
	until(&c, "reply (1,);");
	until(&c, "Finished(1, 'heard', '');");
	call(&c, "ReadSelection", NULL);
	desktop_case_until(desktop, c.n_asked == 1);
	answer(&c, desktop_case_text);
	until(&c, "reply (true,);");
	call(&c, "Stop", NULL);
	until(&c, "Finished(2, 'stopped', '');");
	call(&c, "ReadSelection", NULL);
	desktop_case_until(desktop, c.n_asked == 2);
	refuse(&c, OQ_SELECTION_ERROR_NOTHING);
	until(&c, "reply kz.oqyrman.Reader1.Error.Nothing;");
	call(&c, "ReadClipboard", NULL);
	desktop_case_until(desktop, c.n_asked == 3);
	call(&c, "ReadClipboard", NULL);
	until(&c, "reply (false,);reply (false,);");
	end(&c);
}

static void
sleep_or_wake(Case *c, gboolean sleeps)
{
	g_assert_true(g_dbus_connection_emit_signal(c->bus.client, NULL, "/org/freedesktop/login1",
		"org.freedesktop.login1.Manager", "PrepareForSleep", g_variant_new("(b)", sleeps),
		NULL));
}

static void
test_sleep(DesktopCase *desktop, gconstpointer data G_GNUC_UNUSED)
{
	Case c = {0};

	if (!begin_on_bus(&c, desktop))
		return;
	say_for_long(&c);
	while (strstr(c.signals->str, "paused") == NULL) { /* logind may not be listened to yet */
		sleep_or_wake(&c, TRUE);
		for (guint i = 0; i < 50; i++)
			g_main_context_iteration(NULL, FALSE);
	}
	sleep_or_wake(&c, FALSE);
	desktop_case_until(desktop, c.lines->len > 0);
	call(&c, "Resume", NULL);
	until(&c, "'State': <'reading'>");
	end(&c);
}

/* There is a player for as long as there is something to go back to. */
static void
test_player(DesktopCase *desktop, gconstpointer data G_GNUC_UNUSED)
{
	Case c = {0};
	g_autofree char *name =
		g_strdup_printf("org.mpris.MediaPlayer2.oqyrman.instance%d", (int)getpid());
	const char *path = "/org/mpris/MediaPlayer2";

	if (!begin_on_bus(&c, desktop))
		return;
	say_for_long(&c);
	for (gboolean is_there = FALSE; !is_there;) {
		g_autoptr(GVariant) reply = test_bus_call(
			&c.bus, name, path, "org.mpris.MediaPlayer2.Player.Pause", NULL);
		is_there = g_variant_is_of_type(reply, G_VARIANT_TYPE("()"));
	}
	until(&c, "paused");
	g_autoptr(GVariant) volume =
		test_bus_call(&c.bus, name, path, "org.freedesktop.DBus.Properties.Set",
			g_variant_new_parsed("('org.mpris.MediaPlayer2.Player', 'Rate', <2.0>)"));
	until(&c, "'Rate': <2.0>");
	g_autoptr(GVariant) reply =
		test_bus_call(&c.bus, name, path, "org.mpris.MediaPlayer2.Player.Stop", NULL);
	until(&c, "Finished(1, 'stopped', '');");
	end(&c);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	DESKTOP_CASE_ADD("/agent/selection", test_selection);
	DESKTOP_CASE_ADD("/agent/clipboard", test_clipboard);
	DESKTOP_CASE_ADD("/agent/queue", test_queue);
	DESKTOP_CASE_ADD("/agent/refused", test_refused);
	DESKTOP_CASE_ADD("/agent/deeds", test_deeds);
	DESKTOP_CASE_ADD("/agent/bus-calls", test_bus_calls);
	DESKTOP_CASE_ADD("/agent/sleep", test_sleep);
	DESKTOP_CASE_ADD("/agent/player", test_player);
	return g_test_run();
}
