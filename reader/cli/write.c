/* write.c - see the header. */
#include "cli/write.h"

#include "base/paths.h"
#include "cli/fit.h"
#include "cli/options_radio.h"
#include "cli/options_tags.h"
#include "cli/progress.h"
#include "radio/production.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

typedef struct {
	const OqCall *call;
	OqProduction *production;
	OqProgress progress;
	gboolean shows_progress;
	gboolean line_open; /* the cursor stands behind a progress line */
} Writing;

static void
show_progress(const OqRenderCount *count, gpointer data)
{
	Writing *writing = data;
	g_autofree char *line = oq_progress_step(&writing->progress, count, g_get_monotonic_time());

	if (line == NULL)
		return;
	fprintf(stderr, "\r%s   ", line); /* the line before may have been longer */
	writing->line_open = TRUE;
}

static void
show_summary(Writing *writing)
{
	OqRenderCount count = oq_production_count(writing->production);
	g_autofree char *line =
		oq_progress_line(&writing->progress, &count, g_get_monotonic_time());

	fprintf(stderr, "%s%s\n", writing->line_open ? "\r" : "", line);
	writing->line_open = FALSE;
}

static gboolean
add_cursor(OqCursor *cursor, gboolean *said, gpointer data, GError **error)
{
	Writing *writing = data;
	guint64 n_frames = oq_production_count(writing->production).n_frames;
	gboolean whole = oq_production_add(writing->production, cursor, writing->call->stop, error);

	*said = oq_production_count(writing->production).n_frames > n_frames;
	return whole;
}

static gboolean
write_inputs(Writing *writing, OqInputs *inputs, guint rate_hz, GError **error)
{
	const OqOptions *options = writing->call->options;

	oq_progress_init(&writing->progress, rate_hz, g_get_monotonic_time());
	if (writing->shows_progress)
		oq_production_on_progress(writing->production, show_progress, writing);
	gboolean whole = oq_inputs_chosen(inputs, add_cursor, writing, error) &&
			 oq_production_finish(writing->production, writing->call->stop, error);
	if (whole && (writing->shows_progress || options->verbose))
		show_summary(writing);
	if (writing->line_open)
		fputc('\n', stderr);
	return whole;
}

/* (nullable): what the file is to tell; a profile always tells something. FALSE: an error.
 */
static gboolean
make_tags(const OqOptions *options, OqTags **tags, OqRomanization **romanization, GError **error)
{
	if (!oq_options_tags_are_given(options) && !oq_options_has_profile(options))
		return TRUE;
	g_autofree char *folder = oq_paths_data(oq_lang_name(OQ_LANG_KK), error);
	*romanization = folder != NULL ? oq_romanization_load(folder, error) : NULL;
	if (*romanization == NULL)
		return FALSE;
	*tags = oq_options_tags(options);
	(*tags)->romanization = *romanization;
	return TRUE;
}

/* What changes the sound begins when all of it is there. */
static gboolean
check_end(const OqOptions *options, const OqProfile *profile, guint speech_hz, GError **error)
{
	gboolean is_resampled = profile->rate_hz != 0 && profile->rate_hz != speech_hz;

	if (!options->follow || (!oq_profile_changes(profile) && !is_resampled))
		return TRUE;
	g_set_error_literal(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
		_("with --follow there is no end, at which --loudness, --gain, --rate, --head and "
		  "--tail begin their work; leave them and the profile out"));
	return FALSE;
}

gboolean
oq_write_files(const OqCall *call, const OqReader *reader, OqInputs *inputs, const char *output,
	gboolean shows_progress, GError **error)
{
	guint rate_hz = 0;
	OqProfile profile;
	g_autoptr(OqRomanization) romanization = NULL;
	g_autoptr(OqTags) tags = NULL;
	g_autoptr(GError) failure = NULL;
	if (!oq_call_profile(call, &profile, error) ||
		!make_tags(call->options, &tags, &romanization, error))
		return FALSE;
	const OqOrder order = {.output = output,
		.profile = &profile,
		.sidecars = call->options->sidecars,
		.tags = tags,
		.marks = call->options->marks};
	g_autoptr(OqPool) pool =
		oq_call_pool(call, reader, oq_settings_n_jobs(call->settings), &rate_hz, error);
	OqSlot slot = {.style = call->settings->style};
	if (pool == NULL || !check_end(call->options, &profile, rate_hz, error))
		return FALSE;
	g_autoptr(OqProduction) production =
		oq_production_new(pool, rate_hz, &slot.style, &order, &failure);
	oq_options_propagate(error, failure, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_FORMAT);
	if (production == NULL || (call->options->duration_ms > 0 &&
					  !oq_fit_inputs(inputs, pool, rate_hz,
						  profile.head_ms + profile.tail_ms, &slot, error)))
		return FALSE;
	oq_production_set_spread(production, slot.n_spread, slot.n_between);
	Writing writing = {.call = call, .production = production};
	writing.shows_progress = shows_progress && !call->options->quiet && isatty(STDERR_FILENO);
	return write_inputs(&writing, inputs, rate_hz, error);
}
