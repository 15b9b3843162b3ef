#include "bus/mpris.h"

#include "test_bus.h"

#define VARIABLE  "DBUS_SESSION_BUS_ADDRESS"
#define OBJECT    "/org/mpris/MediaPlayer2"
#define PLAYER    "org.mpris.MediaPlayer2.Player"
#define SECOND_US ((gint64)G_USEC_PER_SEC)

typedef struct {
	TestBus bus;
	OqMpris *mpris;
	GThread *own;
	char *name;
	GString *asked;
	GString *told; /* on the bus */
} Case;

static void
note(gpointer data, const char *what, double number)
{
	Case *c = data;

	g_assert_true(g_thread_self() == c->own);
	g_string_append_printf(c->asked, "%s %.0f;", what, number);
}

#define PLAIN(name)                                                                                \
	static void name(gpointer data)                                                            \
	{                                                                                          \
		note(data, #name, 0);                                                              \
	}

PLAIN(play)
PLAIN(pause_it)
PLAIN(play_pause)
PLAIN(stop)
PLAIN(next)
PLAIN(previous)

static void
seek(gint64 offset_us, gpointer data)
{
	note(data, "seek", (double)offset_us);
}

static void
go_to(gint64 position_us, gpointer data)
{
	note(data, "go_to", (double)position_us);
}

static void
set_rate(double rate, gpointer data)
{
	note(data, "rate", rate * 100);
}

static void
set_volume(double volume, gpointer data)
{
	note(data, "volume", volume * 100);
}

static void
quit(gpointer data)
{
	note(data, "quit", 0);
	g_clear_pointer(&((Case *)data)->mpris, oq_mpris_free);
}

static const OqMprisCalls calls = {.play = play,
	.pause = pause_it,
	.play_pause = play_pause,
	.stop = stop,
	.next = next,
	.previous = previous,
	.quit = quit,
	.seek = seek,
	.go_to = go_to,
	.set_rate = set_rate,
	.set_volume = set_volume};

static const OqMprisState reading = {.status = OQ_MPRIS_PLAYING,
	.text = 1,
	.title = "A book",
	.sentence = "One.",
	.length_us = 3600 * SECOND_US,
	.rate = 1,
	.min_rate = 0.5,
	.max_rate = 4,
	.volume = 1};

static void
take_signal(GDBusConnection *connection G_GNUC_UNUSED, const char *sender G_GNUC_UNUSED,
	const char *object G_GNUC_UNUSED, const char *interface G_GNUC_UNUSED, const char *signal,
	GVariant *arguments, gpointer data)
{
	Case *c = data;
	g_autofree char *printed = g_variant_print(arguments, FALSE);

	g_string_append_printf(c->told, "%s %s\n", signal, printed);
}

static gboolean
is_there(Case *c)
{
	g_autoptr(GVariant) reply =
		test_bus_call(&c->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
			"org.freedesktop.DBus.NameHasOwner", g_variant_new("(s)", c->name));
	gboolean has_owner;

	g_variant_get(reply, "(b)", &has_owner);
	return has_owner;
}

static void
set_up(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	c->own = g_thread_self();
	c->asked = g_string_new(NULL);
	c->told = g_string_new(NULL);
	c->name = g_strdup_printf("org.mpris.MediaPlayer2.oqyrman.instance%d", (int)getpid());
	if (!test_bus_up(&c->bus, VARIABLE))
		return;
	g_dbus_connection_signal_subscribe(c->bus.client, NULL, NULL, NULL, OBJECT, NULL,
		G_DBUS_SIGNAL_FLAGS_NONE, take_signal, c, NULL);
	c->mpris = oq_mpris_new(&calls, c);
	oq_mpris_update(c->mpris, &reading);
	while (!is_there(c))
		continue;
}

static void
tear_down(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	oq_mpris_free(c->mpris);
	test_bus_down(&c->bus, VARIABLE);
	g_string_free(c->asked, TRUE);
	g_string_free(c->told, TRUE);
	g_free(c->name);
}

static void
call(Case *c, const char *method, GVariant *arguments)
{
	g_autofree char *whole = g_strconcat(PLAYER ".", method, NULL);

	g_variant_unref(test_bus_call(&c->bus, c->name, OBJECT, whole, arguments));
}

static void
test_asked(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	if (c->bus.client == NULL)
		return;
	call(c, "Pause", NULL);
	call(c, "Next", NULL);
	call(c, "Seek", g_variant_new("(x)", 5 * SECOND_US));
	call(c, "SetPosition", g_variant_new("(ox)", "/oqyrman/text/1", 7 * SECOND_US));
	g_variant_unref(
		test_bus_call(&c->bus, c->name, OBJECT, "org.freedesktop.DBus.Properties.Set",
			g_variant_new("(ssv)", PLAYER, "Rate", g_variant_new_double(2))));
	g_variant_unref(
		test_bus_call(&c->bus, c->name, OBJECT, "org.freedesktop.DBus.Properties.Set",
			g_variant_new("(ssv)", PLAYER, "Volume", g_variant_new_double(0.5))));
	test_bus_until(strstr(c->asked->str, "volume") != NULL);
	g_assert_cmpstr(c->asked->str, ==,
		"pause_it 0;next 0;seek 5000000;go_to 7000000;rate 200;volume 50;");
}

static void
test_freed_in_a_call(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	if (c->bus.client == NULL)
		return;
	call(c, "Play", NULL);
	call(c, "Stop", NULL);
	g_variant_unref(
		test_bus_call(&c->bus, c->name, OBJECT, "org.mpris.MediaPlayer2.Quit", NULL));
	test_bus_until(c->mpris == NULL);
	while (is_there(c))
		continue;
	g_assert_cmpstr(c->asked->str, ==, "play 0;stop 0;quit 0;");
}

static guint
n_signals(const Case *c)
{
	guint n = 0;

	for (const char *p = c->told->str; (p = strchr(p, '\n')) != NULL; p++)
		n++;
	return n;
}

/* What has changed, and no more; of what changed often, the last, by few signals. */
static void
test_told(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	OqMprisState state = reading;

	if (c->bus.client == NULL)
		return;
	call(c, "Play", NULL); /* the state before has come there */
	state.status = OQ_MPRIS_PAUSED;
	oq_mpris_update(c->mpris, &state);
	test_bus_until(strstr(c->told->str, "Paused") != NULL);
	g_assert_nonnull(strstr(c->told->str,
		"PropertiesChanged ('" PLAYER "', {'PlaybackStatus': <'Paused'>}, [])"));
	for (guint i = 0; i <= 100; i++) {
		state.volume = i / 200.0;
		state.position_us = i * SECOND_US;
		oq_mpris_update(c->mpris, &state);
		call(c, "Play", NULL); /* it has come there */
	}
	test_bus_until(strstr(c->told->str, "Seeked (100000000,)") != NULL);
	g_assert_nonnull(strstr(c->told->str, "{'Volume': <0.5>}"));
	oq_mpris_update(c->mpris, &state); /* no news */
	state.sentence = "Two.";
	oq_mpris_update(c->mpris, &state);
	test_bus_until(strstr(c->told->str, "Two.") != NULL);
	g_assert_cmpuint(n_signals(c), <, 50);
}

static guint
n_descriptors(void)
{
	g_autoptr(GDir) folder = g_dir_open("/proc/self/fd", 0, NULL);
	guint n = 0;

	while (g_dir_read_name(folder) != NULL)
		n++;
	return n;
}

/* The next one would stay nameless while the bus still has the name for the one before. */
static void
leave(Case *c)
{
	g_clear_pointer(&c->mpris, oq_mpris_free);
	while (is_there(c))
		continue;
}

/* Nothing is left of those that are gone, but for what GLib's thread is about to close. */
static void
test_many(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	enum { N_PLAYERS = 200, N_ABOUT_TO_CLOSE = 20 };

	if (c->bus.client == NULL)
		return;
	leave(c);
	guint before = n_descriptors();
	for (guint i = 0; i < N_PLAYERS; i++) {
		c->mpris = oq_mpris_new(&calls, c);
		oq_mpris_update(c->mpris, &reading);
		while (!is_there(c))
			continue;
		leave(c);
	}
	while (n_descriptors() >= before + N_ABOUT_TO_CLOSE)
		g_thread_yield();
}

static void
test_no_bus(void)
{
	g_setenv(VARIABLE, "unix:path=/nonexistent", TRUE);
	OqMpris *mpris = oq_mpris_new(&calls, NULL);
	oq_mpris_update(mpris, &reading);
	oq_mpris_update(mpris, &reading);
	oq_mpris_free(mpris);
	oq_mpris_free(NULL);
	g_unsetenv(VARIABLE);
}

/* A state is kept but once, however long nobody asks for it. */
static void
test_mute(void)
{
	g_autofree char *folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	int mute = test_bus_mute(folder, VARIABLE);
	OqMpris *mpris = oq_mpris_new(&calls, NULL);

	for (guint i = 0; i < 1000; i++)
		oq_mpris_update(mpris, &reading);
	oq_mpris_free(mpris);
	test_bus_unmute(mute, folder, VARIABLE);
	g_rmdir(folder);
}

#define ADD(name, function) g_test_add("/mpris/" name, Case, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("asked", test_asked);
	ADD("freed-in-a-call", test_freed_in_a_call);
	ADD("told", test_told);
	ADD("many", test_many);
	g_test_add_func("/mpris/no-bus", test_no_bus);
	g_test_add_func("/mpris/mute", test_mute);
	return g_test_run();
}
