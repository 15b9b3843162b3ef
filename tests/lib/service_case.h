/* service_case.h - what tests of the service share: it, what it tells of the ends of texts, and
 * what is heard. */
#pragma once

#include "desktop/held_turn.h"
#include "desktop_case.h"

static inline void
service_case_note_changed(gpointer data G_GNUC_UNUSED)
{
}

static inline void
service_case_note_finished(guint id, OqServiceOutcome outcome, const char *why, gpointer data)
{
	static const char *const names[] = {"heard", "nothing", "stopped", "replaced", "failed"};
	DesktopCase *c = data;

	if (outcome == OQ_SERVICE_FAILED)
		g_atomic_pointer_set(&c->device, NULL); /* it is no more */
	g_string_append_printf(c->log, "%u %s%s%s;", id, names[outcome], why != NULL ? ": " : "",
		why != NULL ? why : "");
}

static inline void
service_case_note_lost(gpointer data)
{
	DesktopCase *c = data;

	g_string_append(c->log, "lost;");
}

static inline void
service_case_ignore_sentence(guint id G_GNUC_UNUSED, guint64 start G_GNUC_UNUSED,
	guint64 end G_GNUC_UNUSED, const char *sentence G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
}

static inline void
service_case_ignore_word(guint id G_GNUC_UNUSED, guint64 start G_GNUC_UNUSED,
	guint64 end G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
}

static inline OqService *
service_case_begin_with(DesktopCase *c, const OqServiceCalls *told)
{
	return oq_service_new(&(OqServiceParts){.reader = c->reader,
		.style = OQ_STYLE_DEFAULT,
		.open = desktop_case_open,
		.open_data = c,
		.calls = told,
		.data = c});
}

static inline OqService *
service_case_begin(DesktopCase *c)
{
	static const OqServiceCalls of_ends = {service_case_note_changed,
		service_case_ignore_sentence, service_case_ignore_word, service_case_note_finished,
		service_case_note_lost};

	return service_case_begin_with(c, &of_ends);
}

static inline guint
service_case_say(OqService *service, const char *text, gboolean queues)
{
	return oq_service_say(
		service, text, &(OqServiceWish){.queues = queues, .source = 7, .lang = OQ_N_LANGS});
}

static inline guint
service_case_n_sounding(DesktopCase *c)
{
	OqDevice *device = desktop_case_device(c);
	const GArray *frames = device != NULL ? oq_device_memory_frames(device) : NULL;
	guint n = 0;

	for (guint i = 0; frames != NULL && i < frames->len; i++)
		n += g_array_index(frames, gint16, i) != 0;
	return n;
}

/* Until something new is heard. */
static inline void
service_case_hear_some(DesktopCase *c)
{
	guint before = service_case_n_sounding(c);

	desktop_case_until(c, service_case_n_sounding(c) > before + 100);
}

static inline gboolean
service_case_has_log(const DesktopCase *c, const char *log)
{
	return strcmp(c->log->str, log) == 0;
}

static inline void
service_case_assert_turn_is_free(gboolean is_free)
{
	OqTurn *turn = oq_turn_take(OQ_TURN_REFUSE, NULL, NULL, NULL);

	g_assert_true((turn != NULL) == is_free);
	oq_turn_free(turn);
}
