/* selection_case.h - for tests: what is asked for a selection, as the test wants it: the linker
 * finds it here before it looks into the library. */
#pragma once

#include "desktop/selection/a11y.h"
#include "desktop/selection/faults.h"
#include "desktop/selection/wayland.h"
#include "desktop/selection/x11.h"

#include <string.h>

typedef struct {
	const char *text; /* NULL: there is an error */
	GError *(*fault)(void);
	guint n_asked, limit_ms;
} Source;

static Source accessibility, wayland, x11;

typedef struct {
	const Source *source;
	OqQuestion question;
} Asked;

static inline gboolean
reply(gpointer data)
{
	const Asked *asked = data;
	const char *told = asked->source->text;
	g_autoptr(GBytes) text = told != NULL ? g_bytes_new_static(told, strlen(told)) : NULL;
	g_autoptr(GError) error = text == NULL ? asked->source->fault() : NULL;
	if (!g_cancellable_is_cancelled(asked->question.stop))
		asked->question.answer(text, error, asked->question.data);
	g_object_unref(asked->question.stop);
	return G_SOURCE_REMOVE;
}

static inline void
ask_source(Source *source, const OqQuestion *question)
{
	Asked *asked = g_new0(Asked, 1);
	*asked = (Asked){source, *question};
	g_object_ref(question->stop);
	source->n_asked++;
	source->limit_ms = question->limit_ms;
	g_idle_add_full(G_PRIORITY_DEFAULT, reply, asked, g_free);
}

OqA11y *
oq_a11y_new(void)
{
	return NULL;
}

void
oq_a11y_ask(OqA11y *a11y G_GNUC_UNUSED, const OqQuestion *question)
{
	ask_source(&accessibility, question);
}

void
oq_a11y_free(OqA11y *a11y G_GNUC_UNUSED)
{
}

OqWayland *
oq_wayland_new(void)
{
	return NULL;
}

void
oq_wayland_ask(OqWayland *display G_GNUC_UNUSED, const OqQuestion *question)
{
	ask_source(&wayland, question);
}

void
oq_wayland_free(OqWayland *display G_GNUC_UNUSED)
{
}

OqX11 *
oq_x11_new(void)
{
	return NULL;
}

void
oq_x11_ask(OqX11 *display G_GNUC_UNUSED, const OqQuestion *question)
{
	ask_source(&x11, question);
}

void
oq_x11_free(OqX11 *display G_GNUC_UNUSED)
{
}

static inline GError *
no_wayland(void)
{
	return oq_fault_display("WAYLAND_DISPLAY", FALSE);
}

static inline GError *
no_x11(void)
{
	return oq_fault_display("DISPLAY", FALSE);
}

static inline GError *
nothing(void)
{
	return oq_fault_nothing(OQ_SELECTION_SELECTED);
}

static inline GError *
late(void)
{
	return oq_fault_late(0);
}

/* Each is as if it were not there, and no display is named. */
static inline void
forget_sources(void)
{
	accessibility = (Source){.fault = oq_fault_no_focus};
	wayland = (Source){.fault = no_wayland};
	x11 = (Source){.fault = no_x11};
	g_unsetenv("DISPLAY");
	g_unsetenv("WAYLAND_DISPLAY");
}
