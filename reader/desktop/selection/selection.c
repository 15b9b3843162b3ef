/* selection.c - see the header. */
#include "desktop/selection/selection.h"

#include "base/stop_source.h"
#include "desktop/selection/a11y.h"
#include "desktop/selection/faults.h"
#include "desktop/selection/portion.h"
#include "desktop/selection/request.h"

#ifdef OQ_HAVE_WAYLAND_SELECTION
#include "desktop/selection/wayland.h"
#endif
#ifdef OQ_HAVE_X11_SELECTION
#include "desktop/selection/x11.h"
#endif

/* In the order in which they are asked. */
typedef enum {
	A11Y,
	WAYLAND,
	X11,
	N_SOURCES,
} SourceKind;

enum {
	A11Y_LIMIT_MS = 300,      /* the others need their time, too */
	A11Y_LONG_LIMIT_MS = 600, /* where it alone knows what is wanted */
	A11Y_TOTAL_MS = 900,      /* when it has begun to read */
};

struct _OqSelection {
	OqA11y *a11y;
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
	GCancellable *asker_stop; /* (nullable): the asker's */
	GCancellable *stop;       /* of the question to the source of now */
	gint64 deadline_us;
	guint source;
	GError *errors[N_SOURCES];   /* what each has said */
	GSource *stopped, *answered; /* NULL: not yet */
	GBytes *accessible;          /* what accessibility tells; NULL: nothing */
	GBytes *text;                /* what is handed out */
} Asked;

static void
asked_free(Asked *asked)
{
	asked->selection->asked = g_list_remove(asked->selection->asked, asked);
	g_cancellable_cancel(asked->stop);
	g_object_unref(asked->stop);
	oq_request_drop(&asked->stopped);
	g_clear_object(&asked->asker_stop);
	oq_request_drop(&asked->answered);
	for (guint i = 0; i < N_SOURCES; i++)
		g_clear_error(&asked->errors[i]);
	g_clear_pointer(&asked->accessible, g_bytes_unref);
	g_clear_pointer(&asked->text, g_bytes_unref);
	g_free(asked);
}

/* Where accessibility knows what has the focus, and Wayland's compositor says nothing, it knows
 * best that nothing is selected; without it the compositor's silence is what matters. */
static int
weight(const GError *error, guint source)
{
	switch (error->code) {
	case OQ_SELECTION_ERROR_PROTECTED:
		return 7;
	case OQ_SELECTION_ERROR_TIMEOUT:
		return 6;
	case OQ_SELECTION_ERROR_GONE:
		return 5;
	case OQ_SELECTION_ERROR_NOTHING:
		return source == A11Y ? 4 : 2;
	default:
		return source == WAYLAND ? 3 : source == X11 ? 1 : 0;
	}
}

/* (transfer full): what tells the user most. */
static GError *
choose_error(const Asked *asked)
{
	const GError *chosen = NULL;
	int best = -1;

	for (guint i = 0; i < N_SOURCES; i++) {
		const GError *error = asked->errors[i];
		if (error == NULL || weight(error, i) <= best)
			continue;
		best = weight(error, i);
		chosen = error;
	}
	gboolean has_display = g_getenv("DISPLAY") != NULL || g_getenv("WAYLAND_DISPLAY") != NULL;
	if (best <= 0)
		return has_display ? oq_fault_not_built() : oq_fault_no_display();
	return g_error_copy(chosen);
}

/* It may have been stopped in this very turn of the loop, of which nothing was heard yet. */
static gboolean
answer(gpointer data)
{
	Asked *asked = data;
	OqSelectionAnswer call = asked->answer;
	gpointer call_data = asked->data;
	GBytes **told = asked->text != NULL ? &asked->text : &asked->accessible;
	g_autoptr(GBytes) text = g_steal_pointer(told);
	g_autoptr(GError) error = text == NULL ? choose_error(asked) : NULL;
	gboolean is_stopped = g_cancellable_is_cancelled(asked->asker_stop);

	asked_free(asked);
	if (!is_stopped)
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

/* Accessibility may tell a part of it, as LibreOffice does, and the display may still have what was
 * selected elsewhere before. */
static void
take_text(Asked *asked, GBytes *text)
{
	if (asked->source == A11Y && asked->wanted == OQ_SELECTION_SELECTED) {
		asked->accessible = g_bytes_ref(text);
		asked->source++;
		ask_next(asked);
		return;
	}
	if (asked->accessible == NULL || oq_portion_is_of(asked->accessible, text))
		asked->text = g_bytes_ref(text);
	answer_soon(asked);
}

static void
take_answer(GBytes *text, const GError *error, gpointer data)
{
	Asked *asked = data;

	if (text != NULL) {
		take_text(asked, text);
		return;
	}
	asked->errors[asked->source] = g_error_copy(error);
	asked->source = error->code == OQ_SELECTION_ERROR_PROTECTED ? N_SOURCES : asked->source + 1;
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
ask_a11y(Asked *asked)
{
	OqQuestion question = question_of(asked);
	gboolean is_long = asked->wanted != OQ_SELECTION_SELECTED;

	if (asked->wanted == OQ_SELECTION_CLIPBOARD)
		return FALSE;
	question.limit_ms = is_long ? A11Y_LONG_LIMIT_MS : A11Y_LIMIT_MS;
	question.more_ms = A11Y_TOTAL_MS - question.limit_ms;
	oq_a11y_ask(asked->selection->a11y, &question);
	return TRUE;
}

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
		[A11Y] = ask_a11y, [WAYLAND] = ask_wayland, [X11] = ask_x11};

	for (; asked->source < N_SOURCES; asked->source++)
		if (ask[asked->source](asked))
			return;
	answer_soon(asked);
}

static gboolean
be_stopped(gint fd G_GNUC_UNUSED, GIOCondition condition G_GNUC_UNUSED, gpointer data)
{
	asked_free(data);
	return G_SOURCE_REMOVE;
}

OqSelection *
oq_selection_new(void)
{
	OqSelection *selection = g_new0(OqSelection, 1);

	selection->a11y = oq_a11y_new();
	return selection;
}

void
oq_selection_free(OqSelection *selection)
{
	if (selection == NULL)
		return;
	while (selection->asked != NULL)
		asked_free(selection->asked->data);
	oq_a11y_free(selection->a11y);
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
		asked->asker_stop = g_object_ref(stop);
		asked->stopped = oq_stop_source_new(stop);
		g_source_set_callback(asked->stopped, G_SOURCE_FUNC(be_stopped), asked, NULL);
		g_source_attach(asked->stopped, g_main_context_get_thread_default());
	}
	ask_next(asked);
}
