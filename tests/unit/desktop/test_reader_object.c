#include "desktop/reader_object.h"

#include "test_bus.h"

#define VARIABLE "DBUS_SESSION_BUS_ADDRESS"

typedef struct {
	TestBus bus;
	OqReaderObject *object;
	GString *log;
	guint n_shown;
} Case;

static void
meet(OqReaderMeeting meeting, gpointer data)
{
	static const char *const names[] = {"named", "second", "replaced", "no bus", "gone"};
	Case *c = data;

	g_string_append_printf(c->log, "%s;", names[meeting]);
}

/* Say is answered, Stop fails, nobody answers Pause. */
static void
ask(OqReaderWish *given, gpointer data)
{
	g_autoptr(OqReaderWish) wish = given;
	Case *c = data;

	if (wish->kind == OQ_READER_SAY) {
		g_string_append_printf(c->log, "say %s;", wish->text);
		oq_reader_wish_answer(wish, 3);
	} else if (wish->kind == OQ_READER_DO) {
		g_string_append_printf(c->log, "do %s;", oq_deed_name(wish->deed));
		oq_reader_wish_answer(wish, 1);
	} else if (wish->kind == OQ_READER_STOP) {
		oq_reader_wish_fail(wish, "Failed", "why");
	} else if (wish->kind == OQ_READER_SET_RATE) {
		g_string_append_printf(c->log, "rate %.1f;", wish->rate);
	}
}

static const OqReaderCalls calls = {meet, ask};

static void
note_signal(GDBusConnection *connection G_GNUC_UNUSED, const char *sender G_GNUC_UNUSED,
	const char *path G_GNUC_UNUSED, const char *interface G_GNUC_UNUSED, const char *signal,
	GVariant *arguments, gpointer data)
{
	Case *c = data;
	g_autofree char *shown = g_variant_print(arguments, FALSE);

	g_string_append_printf(c->log, "%s%s;", signal, shown);
}

static gboolean
begin(Case *c)
{
	*c = (Case){.log = g_string_new(NULL)};
	if (!test_bus_up(&c->bus, VARIABLE))
		return FALSE;
	g_dbus_connection_signal_subscribe(c->bus.client, NULL, NULL, NULL, OQ_READER_PATH, NULL,
		G_DBUS_SIGNAL_FLAGS_NONE, note_signal, c, NULL);
	c->object = oq_reader_object_new(&calls, c);
	test_bus_until(g_str_equal(c->log->str, "named;"));
	g_string_truncate(c->log, 0);
	return TRUE;
}

static void
end(Case *c)
{
	oq_reader_object_free(c->object);
	test_bus_down(&c->bus, VARIABLE);
	g_string_free(c->log, TRUE);
}

static void
assert_call(const Case *c, const char *method, GVariant *arguments, const char *reply)
{
	g_autoptr(GVariant) answer =
		test_bus_call(&c->bus, OQ_READER_NAME, OQ_READER_PATH, method, arguments);
	g_autofree char *shown = g_variant_print(answer, FALSE);

	g_assert_cmpstr(shown, ==, reply);
}

#define METHOD(name)   OQ_READER_INTERFACE "." name
#define PROPERTY(name) "org.freedesktop.DBus.Properties." name

static void
test_calls(void)
{
	Case c;

	if (!begin(&c))
		return;
	assert_call(&c, METHOD("Say"), g_variant_new_parsed("('Сәлем', @a{sv} {})"), "(3,)");
	assert_call(&c, METHOD("ReadSelection"), NULL, "(true,)");
	assert_call(&c, METHOD("Deed"), g_variant_new("(s)", "where"), "()");
	assert_call(&c, METHOD("Stop"), NULL, "'kz.oqyrman.Reader1.Error.Failed'");
	assert_call(&c, METHOD("Pause"), NULL, "'kz.oqyrman.Reader1.Error.Failed'");
	assert_call(&c, METHOD("Deed"), g_variant_new("(s)", "what"),
		"'kz.oqyrman.Reader1.Error.Unknown'");
	assert_call(&c, PROPERTY("Set"),
		g_variant_new_parsed("('kz.oqyrman.Reader1', 'Rate', <1.5>)"), "()");
	assert_call(&c, PROPERTY("Set"),
		g_variant_new_parsed("('kz.oqyrman.Reader1', 'Rate', <-1.5>)"),
		"'org.freedesktop.DBus.Error.InvalidArgs'");
	test_bus_until(g_str_has_suffix(c.log->str, "rate 1.5;"));
	g_assert_cmpstr(c.log->str, ==, "say Сәлем;do read-selection;do where;rate 1.5;");
	end(&c);
}

static void
assert_property(const Case *c, const char *name, const char *value)
{
	g_autofree char *reply = g_strdup_printf("(<%s>,)", value);

	assert_call(c, PROPERTY("Get"), g_variant_new("(ss)", OQ_READER_INTERFACE, name), reply);
}

static void
test_properties(void)
{
	Case c;
	OqServiceStatus status = {.state = OQ_SERVICE_READING, .speed_wpm = 260};

	if (!begin(&c))
		return;
	assert_property(&c, "State", "'idle'");
	assert_property(&c, "Version", "'" OQ_VERSION "'");
	oq_reader_object_update(c.object, &status, 130);
	oq_reader_object_update(c.object, &status, 130);
	oq_reader_object_sentence(c.object, 1, 2, 9, "Сәлем.");
	test_bus_until(strstr(c.log->str, "Sentence") != NULL);
	g_assert_cmpstr(c.log->str, ==,
		"PropertiesChanged('kz.oqyrman.Reader1', {'State': <'reading'>, 'Speed': <uint32 "
		"260>, 'Rate': <2.0>}, []);SentenceStarted(1, 2, 9, 'Сәлем.');");
	assert_property(&c, "Sentence", "'Сәлем.'");
	assert_property(&c, "Speed", "uint32 260");
	status.state = OQ_SERVICE_IDLE;
	oq_reader_object_update(c.object, &status, 130);
	test_bus_until(strstr(c.log->str, "idle") != NULL);
	assert_property(&c, "Sentence", "''");
	end(&c);
}

static void
test_signals(void)
{
	Case c;

	if (!begin(&c))
		return;
	oq_reader_object_word(c.object, 4, 2, 9);
	oq_reader_object_finished(c.object, 4, OQ_SERVICE_HEARD, NULL);
	oq_reader_object_finished(c.object, 5, OQ_SERVICE_FAILED, "why");
	test_bus_until(strstr(c.log->str, "why") != NULL);
	g_assert_cmpstr(c.log->str, ==,
		"WordStarted(4, 2, 9);Finished(4, 'heard', '');Finished(5, 'failed', 'why');");
	end(&c);
}

static void
call_notify(GDBusConnection *connection G_GNUC_UNUSED, const char *sender G_GNUC_UNUSED,
	const char *path G_GNUC_UNUSED, const char *interface G_GNUC_UNUSED,
	const char *method G_GNUC_UNUSED, GVariant *arguments, GDBusMethodInvocation *invocation,
	gpointer data)
{
	Case *c = data;
	guint replaces;
	const char *message;

	g_variant_get_child(arguments, 1, "u", &replaces);
	g_variant_get_child(arguments, 4, "&s", &message);
	g_string_append_printf(c->log, "%u %s;", replaces, message);
	g_dbus_method_invocation_return_value(invocation, g_variant_new("(u)", 17));
	c->n_shown++;
}

/* The test shows notifications. */
static void
test_notify(void)
{
	static const GDBusInterfaceVTable table = {.method_call = call_notify};
	static const char xml[] =
		"<node><interface name='org.freedesktop.Notifications'><method name='Notify'>"
		"<arg type='s'/><arg type='u'/><arg type='s'/><arg type='s'/><arg type='s'/>"
		"<arg type='as'/><arg type='a{sv}'/><arg type='i'/><arg type='u' direction='out'/>"
		"</method></interface></node>";
	g_autoptr(GDBusNodeInfo) node = g_dbus_node_info_new_for_xml(xml, NULL);
	Case c;

	if (!begin(&c))
		return;
	g_dbus_connection_register_object(c.bus.client, "/org/freedesktop/Notifications",
		node->interfaces[0], &table, &c, NULL, NULL);
	g_autoptr(GVariant) reply = test_bus_call(&c.bus, "org.freedesktop.DBus",
		"/org/freedesktop/DBus", "org.freedesktop.DBus.RequestName",
		g_variant_new("(su)", "org.freedesktop.Notifications", 0));
	oq_reader_object_notify(c.object, "first");
	test_bus_until(c.n_shown == 1);
	g_assert_cmpstr(c.log->str, ==, "0 first;");
	end(&c);
}

static void
test_second(void)
{
	Case c, second = {.log = g_string_new(NULL)};

	if (!begin(&c))
		return;
	second.object = oq_reader_object_new(&calls, &second);
	test_bus_until(g_str_equal(second.log->str, "second;"));
	oq_reader_object_free(second.object);
	g_string_free(second.log, TRUE);
	end(&c);
}

/* Whether another one, which may have a display, gets the name. */
static gboolean
is_replaced(const char *display)
{
	Case second = {.log = g_string_new(NULL)};

	if (display != NULL)
		g_setenv("DISPLAY", display, TRUE);
	second.object = oq_reader_object_new(&calls, &second);
	test_bus_until(second.log->len > 0);
	gboolean is_named = g_str_equal(second.log->str, "named;");
	oq_reader_object_free(second.object);
	g_string_free(second.log, TRUE);
	g_unsetenv("DISPLAY");
	return is_named;
}

/* Only by one with a display, and only when the first one wants it. */
static void
test_replaced(void)
{
	Case c;

	g_unsetenv("DISPLAY");
	g_unsetenv("WAYLAND_DISPLAY");
	if (!begin(&c))
		return;
	g_assert_false(is_replaced(":1"));
	oq_reader_object_yield(c.object);
	g_assert_false(is_replaced(NULL));
	while (!is_replaced(":1"))
		continue; /* the bus hears of it a little later */
	test_bus_until(g_str_equal(c.log->str, "replaced;"));
	end(&c);
}

static void
test_no_bus(void)
{
	Case c = {.log = g_string_new(NULL)};

	g_setenv(VARIABLE, "unix:path=/nonexistent", TRUE);
	c.object = oq_reader_object_new(&calls, &c);
	test_bus_until(g_str_equal(c.log->str, "no bus;"));
	oq_reader_object_word(c.object, 4, 2, 9);
	oq_reader_object_free(c.object);
	oq_reader_object_free(NULL);
	g_unsetenv(VARIABLE);
	g_string_free(c.log, TRUE);
}

static void
test_bus_goes(void)
{
	Case c;

	if (!begin(&c))
		return;
	test_bus_stop(&c.bus);
	test_bus_until(g_str_equal(c.log->str, "gone;"));
	oq_reader_object_notify(c.object, "nobody sees it");
	end(&c);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/reader-object/calls", test_calls);
	g_test_add_func("/reader-object/properties", test_properties);
	g_test_add_func("/reader-object/signals", test_signals);
	g_test_add_func("/reader-object/notify", test_notify);
	g_test_add_func("/reader-object/second", test_second);
	g_test_add_func("/reader-object/replaced", test_replaced);
	g_test_add_func("/reader-object/no-bus", test_no_bus);
	g_test_add_func("/reader-object/bus-goes", test_bus_goes);
	return g_test_run();
}
