/* fit.c - see the header. */
#include "cli/fit.h"

#include "cli/durations.h"
#include "cli/measuring.h"

#include <glib/gi18n.h>

G_DEFINE_QUARK(oq - fit - error - quark, oq_fit_error)

/* "said 4 % faster, with pauses of 90 %" */
static char *
tell_how(const OqSlot *slot)
{
	gint speed = oq_slot_speed_percent(slot);
	guint pauses = oq_slot_pauses_percent(slot);

	if (speed > 0)
		return g_strdup_printf(_("said %d %% faster, with pauses of %u %%"), speed, pauses);
	if (speed < 0)
		return g_strdup_printf(
			_("said %d %% slower, with pauses of %u %%"), -speed, pauses);
	if (pauses != 100)
		return g_strdup_printf(_("said as fast as ever, with pauses of %u %%"), pauses);
	return g_strdup(_("said as ever"));
}

static void
tell_fit(const OqCall *call, const OqSlot *slot)
{
	g_autofree char *how = tell_how(slot);
	g_autofree char *length = oq_durations_clock(call->options->duration_ms);
	g_autofree char *line = g_strdup_printf("%s: %s", how, length);

	if (!call->options->quiet)
		oq_telling_say(call->telling, line);
}

static void
set_misfit(const OqSlot *slot, guint wanted_ms, guint rate_hz, guint silent_ms, GError **error)
{
	g_autofree char *how = tell_how(slot);
	guint64 length_ms = slot->n_closest * 1000 / rate_hz + silent_ms;
	g_autofree char *length = oq_durations_clock(length_ms);
	g_autofree char *wanted = oq_durations_clock(wanted_ms);
	guint n_words = slot->n_words;

	if (slot->verdict == OQ_SLOT_LONG)
		g_set_error(error, OQ_FIT_ERROR, OQ_FIT_ERROR_LONG,
			ngettext("the text is too long for %s: it takes %s, %s; cut %u word",
				"the text is too long for %s: it takes %s, %s; cut %u words",
				n_words),
			wanted, length, how, n_words);
	else
		g_set_error(error, OQ_FIT_ERROR, OQ_FIT_ERROR_SHORT,
			ngettext("the text is too short for %s: it takes %s, %s; add %u word",
				"the text is too short for %s: it takes %s, %s; add %u words",
				n_words),
			wanted, length, how, n_words);
}

static gboolean
measure(OqInputs *inputs, OqPool *pool, guint rate_hz, OqSlot *slot, GError **error)
{
	g_autoptr(OqMeasure) measure =
		oq_measuring_inputs(inputs, pool, rate_hz, &slot->style, error);

	if (measure != NULL)
		oq_slot_tell(slot, measure);
	return measure != NULL;
}

gboolean
oq_fit_inputs(OqInputs *inputs, OqPool *pool, guint rate_hz, guint silent_ms, OqSlot *slot,
	GError **error)
{
	const OqCall *call = inputs->call;
	guint length_ms = call->options->duration_ms;
	guint n_notes = inputs->notes->len; /* more come with each reading */

	if (length_ms <= silent_ms) {
		g_set_error_literal(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("--duration leaves no time to speak: the silence at both ends is as "
			  "long"));
		return FALSE;
	}
	inputs->is_repeated = TRUE;
	oq_slot_init(slot, &call->settings->style, oq_reader_speed(inputs->reader),
		(guint64)(length_ms - silent_ms) * rate_hz / 1000);
	while (slot->verdict == OQ_SLOT_OPEN) {
		g_ptr_array_set_size(inputs->notes, (gint)n_notes);
		if (!measure(inputs, pool, rate_hz, slot, error))
			return FALSE;
	}
	if (slot->verdict != OQ_SLOT_FITS) {
		set_misfit(slot, call->options->duration_ms, rate_hz, silent_ms, error);
		return FALSE;
	}
	g_ptr_array_set_size(inputs->notes, (gint)n_notes);
	tell_fit(call, slot);
	return TRUE;
}
