#include "bus/mpris_object.h"

#include "test_bus.h"

#include <math.h>

#define VARIABLE  "DBUS_SESSION_BUS_ADDRESS"
#define SECOND_US ((gint64)G_USEC_PER_SEC)

typedef struct {
	TestBus bus;
	OqMprisMoment *moment;
	OqMprisOwner owner;
	OqMprisObject object;
	GString *asked;
} Case;

static const OqMprisMoment *
look(gpointer owner)
{
	return ((Case *)owner)->moment;
}

static void
note(const OqMprisWish *wish, gpointer owner)
{
	static const char *const names[] = {[OQ_MPRIS_PLAY] = "play",
		[OQ_MPRIS_PAUSE] = "pause",
		[OQ_MPRIS_PLAY_PAUSE] = "play-pause",
		[OQ_MPRIS_STOP] = "stop",
		[OQ_MPRIS_NEXT] = "next",
		[OQ_MPRIS_PREVIOUS] = "previous",
		[OQ_MPRIS_QUIT] = "quit",
		[OQ_MPRIS_SEEK] = "seek",
		[OQ_MPRIS_GO_TO] = "go-to",
		[OQ_MPRIS_SET_RATE] = "rate",
		[OQ_MPRIS_SET_VOLUME] = "volume"};
	GString *asked = ((Case *)owner)->asked;

	g_string_append(asked, names[wish->kind]);
	if (wish->kind == OQ_MPRIS_SEEK || wish->kind == OQ_MPRIS_GO_TO)
		g_string_append_printf(asked, " %" G_GINT64_FORMAT, wish->us);
	else if (wish->kind >= OQ_MPRIS_SET_RATE)
		g_string_append_printf(asked, " %.0f", wish->number * 100);
	g_string_append_c(asked, ';');
}

static void
assert_asked(Case *c, const char *asked)
{
	g_assert_cmpstr(c->asked->str, ==, asked);
	g_string_truncate(c->asked, 0);
}

static void
set_up(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	static const OqMprisState state = {.status = OQ_MPRIS_PAUSED,
		.text = 2,
		.position_us = 10 * SECOND_US,
		.length_us = 60 * SECOND_US,
		.rate = 1,
		.min_rate = 0.5,
		.max_rate = 4,
		.volume = 0.5};

	c->asked = g_string_new(NULL);
	c->moment = oq_mpris_moment_new(&state, 0);
	c->owner = (OqMprisOwner){look, note, c, NULL};
	if (test_bus_up(&c->bus, VARIABLE))
		oq_mpris_object_add(&c->object, c->bus.client, &c->owner);
}

static void
tear_down(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	if (c->bus.client != NULL)
		oq_mpris_object_remove(&c->object, c->bus.client);
	test_bus_down(&c->bus, VARIABLE);
	oq_mpris_moment_free(c->moment);
	g_string_free(c->asked, TRUE);
}

/* One's own connection is called through the bus as anyone's is. */
static char *
call(Case *c, const char *method, const char *arguments)
{
	g_autoptr(GVariant) reply = test_bus_call(&c->bus,
		g_dbus_connection_get_unique_name(c->bus.client), OQ_MPRIS_OBJECT, method,
		arguments != NULL ? g_variant_new_parsed(arguments) : NULL);

	return g_variant_print(reply, FALSE);
}

static void
assert_call(Case *c, const char *method, const char *arguments, const char *reply)
{
	g_autofree char *got = call(c, method, arguments);

	g_test_message("%s %s: %s", method, arguments, got);
	g_assert_nonnull(strstr(got, reply));
}

#define PLAYER     OQ_MPRIS_PLAYER "."
#define PROPERTIES "org.freedesktop.DBus.Properties."

static void
test_methods(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	if (c->bus.client == NULL)
		return;
	assert_call(c, PLAYER "Play", NULL, "()");
	assert_call(c, PLAYER "Pause", NULL, "()");
	assert_call(c, PLAYER "PlayPause", NULL, "()");
	assert_call(c, PLAYER "Stop", NULL, "()");
	assert_call(c, PLAYER "Next", NULL, "()");
	assert_call(c, PLAYER "Previous", NULL, "()");
	assert_call(c, OQ_MPRIS_ROOT ".Raise", NULL, "()");
	assert_call(c, OQ_MPRIS_ROOT ".Quit", NULL, "()");
	assert_asked(c, "play;pause;play-pause;stop;next;previous;quit;");
}

static void
test_places(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	if (c->bus.client == NULL)
		return;
	assert_call(c, PLAYER "Seek", "(int64 -3000000,)", "()");
	assert_call(c, PLAYER "Seek", "(int64 9223372036854775807,)", "()");
	assert_call(c, PLAYER "Seek", "(int64 -9223372036854775808,)", "()");
	assert_asked(c, "seek -3000000;seek 50000000;seek -10000000;");
	assert_call(c, PLAYER "SetPosition", "(objectpath '/oqyrman/text/2', int64 5)", "()");
	assert_asked(c, "go-to 5;");
	/* of another text, before the beginning, behind the end */
	assert_call(c, PLAYER "SetPosition", "(objectpath '/oqyrman/text/1', int64 5)", "()");
	assert_call(c, PLAYER "SetPosition", "(objectpath '/', int64 5)", "()");
	assert_call(c, PLAYER "SetPosition", "(objectpath '/oqyrman/text/2', int64 -1)", "()");
	assert_call(
		c, PLAYER "SetPosition", "(objectpath '/oqyrman/text/2', int64 60000001)", "()");
	assert_asked(c, "");
}

static void
assert_set(Case *c, const char *name, const char *value, const char *reply)
{
	g_autofree char *arguments =
		g_strdup_printf("('" OQ_MPRIS_PLAYER "', '%s', <%s>)", name, value);
	g_autoptr(GVariant) parsed =
		g_variant_parse(G_VARIANT_TYPE("(ssv)"), arguments, NULL, NULL, NULL);
	g_autoptr(GVariant) got =
		test_bus_call(&c->bus, g_dbus_connection_get_unique_name(c->bus.client),
			OQ_MPRIS_OBJECT, PROPERTIES "Set", parsed);
	g_autofree char *printed = g_variant_print(got, FALSE);

	g_test_message("%s %s: %s", name, value, printed);
	g_assert_nonnull(strstr(printed, reply));
}

static void
test_numbers(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	if (c->bus.client == NULL)
		return;
	assert_set(c, "Rate", "1.5", "()");
	assert_set(c, "Rate", "0.01", "()");
	assert_set(c, "Rate", "1e308", "()");
	assert_set(c, "Rate", "inf", "()");
	assert_set(c, "Rate", "0.0", "()");
	assert_asked(c, "rate 150;rate 50;rate 400;rate 400;pause;");
	assert_set(c, "Volume", "0.75", "()");
	assert_set(c, "Volume", "-inf", "()");
	assert_set(c, "Volume", "1e308", "()");
	assert_asked(c, "volume 75;volume 0;volume 100;");
	assert_set(c, "Rate", "nan", "InvalidArgs");
	assert_set(c, "Rate", "-1.0", "InvalidArgs");
	assert_set(c, "Volume", "nan", "InvalidArgs");
	assert_asked(c, "");
}

/* What is of the wrong type or is not there does not come through. */
static void
test_hostile(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	if (c->bus.client == NULL)
		return;
	assert_set(c, "Rate", "'fast'", "InvalidArgs");
	assert_set(c, "Volume", "int64 1", "InvalidArgs");
	assert_set(c, "Position", "int64 1", "InvalidArgs");
	assert_set(c, "Nothing", "1.0", "InvalidArgs");
	assert_call(c, PLAYER "Seek", "('far',)", "InvalidArgs");
	assert_call(c, PLAYER "SetPosition", "('/oqyrman/text/2', int64 5)", "InvalidArgs");
	assert_call(c, PLAYER "Play", "(int64 1,)", "InvalidArgs");
	assert_call(c, PLAYER "Destroy", NULL, "UnknownMethod");
	assert_call(c, PLAYER "OpenUri", "('file:///etc/passwd',)", "NotSupported");
	assert_asked(c, "");
}

static void
test_properties(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	if (c->bus.client == NULL)
		return;
	assert_call(c, PROPERTIES "Get", "('" OQ_MPRIS_ROOT "', 'Identity')", "(<'Oqyrman'>,)");
	assert_call(c, PROPERTIES "Get", "('" OQ_MPRIS_ROOT "', 'DesktopEntry')", "'oqyrman'");
	assert_call(c, PROPERTIES "Get", "('" OQ_MPRIS_ROOT "', 'CanQuit')", "true");
	assert_call(c, PROPERTIES "Get", "('" OQ_MPRIS_ROOT "', 'CanRaise')", "false");
	assert_call(c, PROPERTIES "Get", "('" OQ_MPRIS_PLAYER "', 'CanSeek')", "true");
	assert_call(c, PROPERTIES "Get", "('" OQ_MPRIS_PLAYER "', 'Position')", "10000000");
	assert_call(c, PROPERTIES "GetAll", "('" OQ_MPRIS_ROOT "',)", "SupportedMimeTypes");
	g_autofree char *all = call(c, PROPERTIES "GetAll", "('" OQ_MPRIS_PLAYER "',)");
	for (const char *const *name = (const char *const[]){"PlaybackStatus", "Rate", "Metadata",
		     "Volume", "Position", "MinimumRate", "MaximumRate", "CanGoNext",
		     "CanGoPrevious", "CanPlay", "CanPause", "CanSeek", "CanControl", NULL};
		*name != NULL; name++)
		g_assert_nonnull(strstr(all, *name));
}

#define ADD(name, function)                                                                        \
	g_test_add("/mpris-object/" name, Case, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("methods", test_methods);
	ADD("places", test_places);
	ADD("numbers", test_numbers);
	ADD("hostile", test_hostile);
	ADD("properties", test_properties);
	return g_test_run();
}
