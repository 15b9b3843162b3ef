/* a11y.c - see the header. */
#include "desktop/selection/a11y.h"

#include "desktop/selection/a11y_focus.h"
#include "desktop/selection/a11y_read.h"
#include "desktop/selection/a11y_search.h"
#include "desktop/selection/faults.h"
#include "desktop/selection/plain.h"

typedef struct {
	OqA11y *a11y;
	OqRequest request;
	gboolean has_searched;
	OqA11ySearch *search;
	OqA11yReading *reading;
	GCancellable *stop; /* of the question whose process the focus is in */
	pid_t process;      /* 0: not known (yet) */
} Asked;

struct _OqA11y {
	OqA11yFocus *focus;
	GList *asked;
};

static OqRequest
end(Asked *asked)
{
	OqRequest request = asked->request;

	oq_a11y_search_free(asked->search);
	oq_a11y_reading_free(asked->reading);
	g_cancellable_cancel(asked->stop);
	g_object_unref(asked->stop);
	asked->a11y->asked = g_list_remove(asked->a11y->asked, asked);
	g_free(asked);
	return request;
}

static void
fail(Asked *asked, GError *error)
{
	OqRequest request = end(asked);

	oq_request_answer(&request, NULL, error);
}

static void be_late(gpointer owner);
static void be_stopped(gpointer owner);
static const OqRequestCalls request_calls = {.late = be_late, .stopped = be_stopped};

static void
be_late(gpointer owner)
{
	Asked *asked = owner;

	if (asked->reading != NULL && oq_a11y_reading_is_sure(asked->reading) &&
		oq_request_extend(&asked->request, &request_calls, asked))
		return;
	/* while it is looked for, who does not answer is not known to have the focus */
	fail(asked, asked->reading != NULL ? oq_fault_late(asked->process) : oq_fault_no_focus());
}

static void
be_stopped(gpointer owner)
{
	OqRequest request = end(owner);

	oq_request_clear(&request);
}

static void
succeed(Asked *asked, GString *text)
{
	OqSelectionWanted wanted = asked->request.question.wanted;
	gsize n_bytes = text->len;
	GByteArray *bytes = g_byte_array_new_take((guint8 *)g_string_free(text, FALSE), n_bytes);
	g_autoptr(GBytes) plain = oq_plain_text(bytes, OQ_PLAIN_UTF8);
	OqRequest request = end(asked);

	oq_request_answer(&request, plain, plain != NULL ? NULL : oq_fault_nothing(wanted));
}

static void go_on(Asked *asked);

static void
take_text(OqA11yOutcome outcome, GString *text, gpointer data)
{
	Asked *asked = data;

	switch (outcome) {
	case OQ_A11Y_READ:
		succeed(asked, text);
		break;
	case OQ_A11Y_NOTHING:
		fail(asked, oq_fault_nothing(asked->request.question.wanted));
		break;
	case OQ_A11Y_PROTECTED:
		fail(asked, oq_fault_protected());
		break;
	case OQ_A11Y_UNFOCUSED:
		g_clear_pointer(&asked->reading, oq_a11y_reading_free);
		oq_a11y_focus_doubt(asked->a11y->focus);
		go_on(asked);
		break;
	}
}

static void
take_process(GObject *source, GAsyncResult *result, gpointer data)
{
	Asked *asked = data;
	g_autoptr(GError) error = NULL;
	guint32 process;
	g_autoptr(GVariant) reply =
		g_dbus_connection_call_finish(G_DBUS_CONNECTION(source), result, &error);

	if (reply == NULL) /* or there is nothing asked any more */
		return;
	g_variant_get(reply, "(u)", &process);
	asked->process = (pid_t)process;
}

static void
read_focus(Asked *asked)
{
	OqA11yFocus *focus = asked->a11y->focus;
	GDBusConnection *connection = oq_a11y_focus_connection(focus);
	const OqA11yObject *object = oq_a11y_focus_object(focus);

	g_dbus_connection_call(connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
		"org.freedesktop.DBus", "GetConnectionUnixProcessID",
		g_variant_new("(s)", object->sender), G_VARIANT_TYPE("(u)"), G_DBUS_CALL_FLAGS_NONE,
		-1, asked->stop, take_process, asked);
	asked->reading =
		oq_a11y_read(connection, object, asked->request.question.wanted, take_text, asked);
}

static void
take_found(const OqA11yObject *object, gpointer data)
{
	Asked *asked = data;

	if (oq_a11y_focus_state(asked->a11y->focus) == OQ_A11Y_UNKNOWN)
		oq_a11y_focus_learn(asked->a11y->focus, object);
	g_clear_pointer(&asked->search, oq_a11y_search_free);
	go_on(asked);
}

static void
search(Asked *asked)
{
	if (asked->has_searched) {
		fail(asked, oq_fault_no_focus());
		return;
	}
	asked->has_searched = TRUE;
	asked->search =
		oq_a11y_search(oq_a11y_focus_connection(asked->a11y->focus), take_found, asked);
}

static void
go_on(Asked *asked)
{
	switch (oq_a11y_focus_state(asked->a11y->focus)) {
	case OQ_A11Y_CONNECTING:
		break;
	case OQ_A11Y_NO_BUS:
	case OQ_A11Y_NOBODY:
		fail(asked, oq_fault_no_focus());
		break;
	case OQ_A11Y_UNKNOWN:
		search(asked);
		break;
	case OQ_A11Y_KNOWN:
		read_focus(asked);
		break;
	}
}

/* The bus is there, or cannot be had, or has gone. */
static void
hear_bus(gpointer data)
{
	OqA11y *a11y = data;

	for (GList *item = a11y->asked, *next; item != NULL; item = next) {
		Asked *asked = item->data;
		next = item->next;
		g_clear_pointer(&asked->search, oq_a11y_search_free);
		g_clear_pointer(&asked->reading, oq_a11y_reading_free);
		go_on(asked);
	}
}

OqA11y *
oq_a11y_new(void)
{
	OqA11y *a11y = g_new0(OqA11y, 1);

	a11y->focus = oq_a11y_focus_new(hear_bus, a11y);
	return a11y;
}

void
oq_a11y_ask(OqA11y *a11y, const OqQuestion *question)
{
	Asked *asked = g_new0(Asked, 1);

	asked->a11y = a11y;
	asked->stop = g_cancellable_new();
	oq_request_begin(&asked->request, question, &request_calls, asked);
	a11y->asked = g_list_append(a11y->asked, asked);
	oq_a11y_focus_connect(a11y->focus);
	go_on(asked);
}

void
oq_a11y_free(OqA11y *a11y)
{
	if (a11y == NULL)
		return;
	while (a11y->asked != NULL)
		be_stopped(a11y->asked->data);
	oq_a11y_focus_free(a11y->focus);
	g_free(a11y);
}
