/* selection.c - see the header. */
#include "desktop/selection/selection.h"

#include "desktop/selection/faults.h"
#include "desktop/selection/request.h"

#ifdef OQ_HAVE_WAYLAND_SELECTION
#include "desktop/selection/wayland.h"
#endif
#ifdef OQ_HAVE_X11_SELECTION
#include "desktop/selection/x11.h"
#endif

/* In the order in which they are asked. */
typedef enum {
	WAYLAND,
	X11,
	N_SOURCES,
} SourceKind;

struct _OqSelection {
#ifdef OQ_HAVE_WAYLAND_SELECTION
	OqWayland *wayland;
#endif
#ifdef OQ_HAVE_X11_SELECTION
	OqX11 *x11;
#endif
	GList *asked;
};

typedef struct {
	OqSelection *selection;
	OqSelectionWanted wanted;
	OqSelectionAnswer answer;
	gpointer data;
	GCancellable *stop; /* of the question to the source of now */
	gint64 deadline_us;
	guint source;
	GError *errors[N_SOURCES];   /* what each has said */
	GSource *stopped, *answered; /* NULL: not yet */
	GBytes *text;
} Asked;

static void
asked_free(Asked *asked)
{
	asked->selection->asked = g_list_remove(asked->selection->asked, asked);
	g_cancellable_cancel(asked->stop);
	g_object_unref(asked->stop);
	oq_request_drop(&asked->stopped);
	oq_request_drop(&asked->answered);
	for (guint i = 0; i < N_SOURCES; i++)
		g_clear_error(&asked->errors[i]);
	g_clear_pointer(&asked->text, g_bytes_unref);
	g_free(asked);
}

static int
weight(const GError *error)
{
	switch (error->code) {
	case OQ_SELECTION_ERROR_PROTECTED:
		return 5;
	case OQ_SELECTION_ERROR_TIMEOUT:
		return 4;
	case OQ_SELECTION_ERROR_GONE:
		return 3;
	case OQ_SELECTION_ERROR_NOTHING:
		return 2;
	default:
		return 1;
	}
}

/* (transfer none) (nullable): what tells the user most. */
static const GError *
choose_error(const Asked *asked)
{
	const GError *chosen = NULL;

	for (guint i = 0; i < N_SOURCES; i++) {
		const GError *error = asked->errors[i];
		if (error != NULL && (chosen == NULL || weight(error) > weight(chosen)))
			chosen = error;
	}
	return chosen;
}

static gboolean
answer(gpointer data)
{
	Asked *asked = data;
	OqSelectionAnswer call = asked->answer;
	gpointer call_data = asked->data;
	g_autoptr(GBytes) text = g_steal_pointer(&asked->text);
	const GError *chosen = choose_error(asked);
	g_autoptr(GError) error = text != NULL     ? NULL
				  : chosen != NULL ? g_error_copy(chosen)
						   : oq_fault_no_display();

	asked_free(asked);
	call(text, error, call_data);
	return G_SOURCE_REMOVE;
}

/* From the main loop, where nothing else is being done. */
static void
answer_soon(Asked *asked)
{
	asked->answered = g_idle_source_new();
	g_source_set_priority(asked->answered, G_PRIORITY_DEFAULT);
	g_source_set_callback(asked->answered, answer, asked, NULL);
	g_source_attach(asked->answered, g_main_context_get_thread_default());
}

static void ask_next(Asked *asked);

static void
take_answer(GBytes *text, const GError *error, gpointer data)
{
	Asked *asked = data;

	if (text != NULL) {
		asked->text = g_bytes_ref(text);
		answer_soon(asked);
		return;
	}
	asked->errors[asked->source] = g_error_copy(error);
	asked->source++;
	ask_next(asked);
}

static OqQuestion
question_of(Asked *asked)
{
	gint64 left_ms = (asked->deadline_us - g_get_monotonic_time()) / 1000;

	return (OqQuestion){.wanted = asked->wanted,
		.limit_ms = (guint)CLAMP(left_ms, 1, OQ_SELECTION_LIMIT_MS),
		.stop = asked->stop,
		.answer = take_answer,
		.data = asked};
}

/* Each returns FALSE where it is not to be asked. */

static gboolean
ask_wayland(Asked *asked)
{
#ifdef OQ_HAVE_WAYLAND_SELECTION
	OqSelection *selection = asked->selection;
	OqQuestion question = question_of(asked);

	if (g_getenv("WAYLAND_DISPLAY") == NULL)
		return FALSE;
	if (selection->wayland == NULL)
		selection->wayland = oq_wayland_new();
	oq_wayland_ask(selection->wayland, &question);
	return TRUE;
#else
	(void)asked;
	return FALSE;
#endif
}

/* What Wayland knows of, its X server knows no better. */
static gboolean
ask_x11(Asked *asked)
{
#ifdef OQ_HAVE_X11_SELECTION
	OqSelection *selection = asked->selection;
	OqQuestion question = question_of(asked);
	const GError *error = asked->errors[WAYLAND];

	if (g_getenv("DISPLAY") == NULL ||
		(error != NULL && error->code != OQ_SELECTION_ERROR_NO_SOURCE))
		return FALSE;
	if (selection->x11 == NULL)
		selection->x11 = oq_x11_new();
	oq_x11_ask(selection->x11, &question);
	return TRUE;
#else
	(void)asked;
	return FALSE;
#endif
}

static void
ask_next(Asked *asked)
{
	static gboolean (*const ask[N_SOURCES])(Asked *) = {
		[WAYLAND] = ask_wayland, [X11] = ask_x11};

	for (; asked->source < N_SOURCES; asked->source++)
		if (ask[asked->source](asked))
			return;
	answer_soon(asked);
}

static gboolean
be_stopped(GCancellable *stop G_GNUC_UNUSED, gpointer data)
{
	asked_free(data);
	return G_SOURCE_REMOVE;
}

OqSelection *
oq_selection_new(void)
{
	return g_new0(OqSelection, 1);
}

void
oq_selection_free(OqSelection *selection)
{
	if (selection == NULL)
		return;
	while (selection->asked != NULL)
		asked_free(selection->asked->data);
#ifdef OQ_HAVE_WAYLAND_SELECTION
	oq_wayland_free(selection->wayland);
#endif
#ifdef OQ_HAVE_X11_SELECTION
	oq_x11_free(selection->x11);
#endif
	g_free(selection);
}

void
oq_selection_ask(OqSelection *selection, OqSelectionWanted wanted, GCancellable *stop,
	OqSelectionAnswer call, gpointer data)
{
	Asked *asked = g_new0(Asked, 1);

	asked->selection = selection;
	asked->wanted = wanted;
	asked->answer = call;
	asked->data = data;
	asked->stop = g_cancellable_new();
	asked->deadline_us =
		g_get_monotonic_time() + OQ_SELECTION_LIMIT_MS * G_TIME_SPAN_MILLISECOND;
	selection->asked = g_list_prepend(selection->asked, asked);
	if (stop != NULL) {
		asked->stopped = g_cancellable_source_new(stop);
		g_source_set_callback(asked->stopped, G_SOURCE_FUNC(be_stopped), asked, NULL);
		g_source_attach(asked->stopped, g_main_context_get_thread_default());
	}
	ask_next(asked);
}
