/* command_time.c - oqyrman time: how long files take to say. */
#include "cli/commands.h"
#include "cli/measuring.h"
#include "cli/output.h"
#include "cli/rundown.h"
#include "cli/timing.h"
#include <glib/gi18n.h>

static gboolean
print(const OqCall *call, const OqMeasure *measure, const OqProfile *profile, GError **error)
{
	const OqOptions *options = call->options;
	const OqTiming timing = {measure, profile->head_ms + profile->tail_ms, options->paragraphs};
	g_autofree char *text = options->json ? oq_timing_json(&timing) : oq_timing_text(&timing);
	return oq_output_print(text, error);
}

static gboolean
tell_time(const OqCall *call, const OqReader *reader, OqInputs *inputs, GError **error)
{
	guint rate_hz;
	OqProfile profile;
	if (!oq_call_profile(call, &profile, error))
		return FALSE;
	g_autoptr(OqPool) pool =
		oq_call_pool(call, reader, oq_settings_n_jobs(call->settings), &rate_hz, error);
	if (pool == NULL)
		return FALSE;
	g_autoptr(OqMeasure) measure =
		oq_measuring_inputs(inputs, pool, rate_hz, &call->settings->style, error);
	return measure != NULL && print(call, measure, &profile, error);
}

gboolean
oq_command_time(const OqCall *call, GError **error)
{
	if (call->options->follow) {
		g_set_error_literal(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("with --follow there is no end of the text, so it has no length"));
		return FALSE;
	}
	g_autoptr(OqRunningOrder) order = NULL;
	g_auto(GStrv) listed = NULL;
	OqCall own = *call; /* with the texts of a list as its words */
	if (!oq_rundown_check(call, error) || !oq_rundown_read(&own, &order, &listed, error))
		return FALSE;
	g_autoptr(OqReader) reader = oq_call_reader(call, error);
	g_auto(OqInputs) inputs = {NULL};
	if (reader == NULL || !oq_inputs_init(&inputs, &own, reader, error))
		return FALSE;
	inputs.order = order;
	gboolean whole = tell_time(call, reader, &inputs, error);
	return oq_inputs_end(&inputs, whole, error);
}
