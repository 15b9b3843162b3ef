/* write.c - see the header. */
#include "cli/write.h"

#include "base/paths.h"
#include "cli/fit.h"
#include "cli/options_radio.h"
#include "cli/options_tags.h"
#include "cli/rundown.h"

#include <glib/gi18n.h>
#include <math.h>

#define UNREACHED_LU 0.2 /* the EBU's tolerance of a measurement (R 128, 2020) */

typedef struct {
	const OqCall *call;
	const OqInputs *inputs;
	OqProduction *production;
	OqShown shown;
	guint n_texts; /* that were begun */
} Writing;

static gboolean
add_cursor(OqCursor *cursor, gboolean *said, gpointer data, GError **error)
{
	Writing *writing = data;
	guint64 n_frames = oq_production_count(writing->production).n_frames;
	guint index = writing->n_texts;
	const char *file = writing->inputs->files[index];

	oq_showing_begin_text(&writing->shown, file, cursor);
	writing->n_texts += file != NULL;
	gboolean whole = oq_rundown_add(writing->inputs, index, cursor, writing->production, error);
	*said = oq_production_count(writing->production).n_frames > n_frames;
	return whole;
}

static gboolean
write_inputs(Writing *writing, OqInputs *inputs, guint rate_hz, GError **error)
{
	oq_showing_begin(&writing->shown, rate_hz);
	oq_production_on_progress(writing->production, oq_showing_step, &writing->shown);
	gboolean whole = oq_inputs_chosen(inputs, add_cursor, writing, error) &&
			 oq_production_finish(writing->production, writing->call->stop, error);
	OqRenderCount count = oq_production_count(writing->production);
	if (whole)
		oq_showing_count(&writing->shown, &count);
	return whole;
}

/* (nullable): what the file is to tell; a profile but plain always tells something. FALSE: an
 * error.
 */
static gboolean
make_tags(const OqInputs *inputs, OqTags **tags, OqRomanization **romanization, GError **error)
{
	const OqOptions *options = inputs->call->options;

	if (!oq_options_tags_are_given(options) && !oq_options_profile_tells(options))
		return TRUE;
	g_autofree char *folder = oq_paths_data(oq_lang_name(OQ_LANG_KK), error);
	*romanization = folder != NULL ? oq_romanization_load(folder, error) : NULL;
	if (*romanization == NULL)
		return FALSE;
	*tags = oq_options_tags(options);
	(*tags)->romanization = *romanization;
	if (inputs->title != NULL) {
		g_free((*tags)->title);
		(*tags)->title = g_strdup(inputs->title);
	}
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

/** What is asked for, and what is there for it. */
typedef struct {
	OqOrder order;
	OqProfile profile;
	OqPool *pool;
	guint rate_hz;
	OqSlot slot;
	OqInputs *inputs;
	guint n_chapters; /* that the file tells of */
	char **written;
} Task;

static gboolean
fit(Task *task, const OqOptions *options, GError **error)
{
	guint silent_ms = task->profile.head_ms + task->profile.tail_ms;

	return options->duration_ms == 0 || oq_fit_inputs(task->inputs, task->pool, task->rate_hz,
						    silent_ms, &task->slot, error);
}

/* What a limiter takes away comes back by more gain only up to a point. Never silent about it, not
 * even with --quiet: it goes on air otherwise than it was asked for. */
static void
tell_unreached(const OqCall *call, const OqProfile *profile, const OqLoudness *loudness)
{
	double off_lu = loudness->integrated_lufs - profile->loudness_lufs;

	if (!loudness->is_known || !(fabs(off_lu) > UNREACHED_LU))
		return;
	g_autofree char *line = g_strdup_printf(
		_("the audio has %.1f LUFS, not %.1f: so loud it cannot be without going beyond "
		  "its true peak; give a lower --loudness"),
		loudness->integrated_lufs, profile->loudness_lufs);
	oq_telling_say(call->telling, line);
}

static void
tell_too_many(const OqCall *call, const char *output, guint n_chapters)
{
	guint most = oq_tagging_most(output);

	if (call->options->quiet || most == 0 || n_chapters <= most)
		return;
	g_autofree char *name = g_filename_display_name(output);
	g_autofree char *line = g_strdup_printf(
		_("%s has %u marks, of which players know %u at most; give --marks paragraph or "
		  "item, or choose another format, such as .wav"),
		name, n_chapters, most);
	oq_telling_say(call->telling, line);
}

static gboolean
produce(Writing *writing, Task *task, GError **error)
{
	g_autoptr(GError) failure = NULL;
	task->slot = (OqSlot){.style = writing->call->settings->style};
	g_autoptr(OqProduction) production = oq_production_new(
		task->pool, task->rate_hz, &task->slot.style, &task->order, &failure);

	oq_options_propagate(error, failure, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_FORMAT);
	if (production == NULL || !fit(task, writing->call->options, error))
		return FALSE;
	oq_production_set_spread(production, task->slot.n_spread, task->slot.n_between);
	writing->production = production;
	writing->n_texts = 0;
	gboolean whole = write_inputs(writing, task->inputs, task->rate_hz, error);
	if (whole) {
		tell_unreached(writing->call, &task->profile, oq_production_loudness(production));
		tell_too_many(writing->call, oq_production_output(production), task->n_chapters);
	}
	if (whole)
		oq_showing_name(&writing->shown, oq_production_output(production));
	if (whole && writing->call->n_written != NULL)
		g_atomic_int_inc(writing->call->n_written);
	if (whole && task->written != NULL)
		*task->written = g_strdup(oq_production_output(production));
	return whole;
}

static gboolean
produce_at_last(Writing *writing, Task *task, GError **error)
{
	g_autoptr(GError) failure = NULL;
	gboolean whole = produce(writing, task, &failure);

	if (g_error_matches(failure, OQ_JOURNAL_ERROR, OQ_JOURNAL_ERROR_CHANGED)) {
		g_clear_error(&failure); /* what was kept is of no use, and gone */
		oq_pool_forget(task->pool);
		whole = produce(writing, task, &failure);
	}
	if (!whole)
		g_propagate_error(error, g_steal_pointer(&failure));
	return whole;
}

gboolean
oq_write_files(const OqCall *call, const OqReader *reader, OqInputs *inputs, const OqOrder *order,
	OqShowing *showing, char **written, GError **error)
{
	const OqBulletinSounds sounds = oq_rundown_sounds(call->options);
	Task task = {.order = *order, .inputs = inputs, .written = written};
	Writing writing = {.call = call, .inputs = inputs, .shown = {.all = showing}};
	g_autoptr(OqRomanization) romanization = NULL;
	g_autoptr(OqTags) tags = NULL;
	if (!oq_call_profile(call, &task.profile, error) ||
		!make_tags(inputs, &tags, &romanization, error))
		return FALSE;
	g_autoptr(OqPool) pool = oq_call_pool(
		call, reader, oq_settings_n_jobs(call->settings), &task.rate_hz, error);
	if (pool == NULL || !check_end(call->options, &task.profile, task.rate_hz, error))
		return FALSE;
	task.pool = pool;
	task.order.profile = &task.profile;
	task.order.sidecars = call->options->sidecars;
	task.order.tags = tags;
	task.order.marks = call->options->marks;
	task.order.sounds = &sounds;
	task.order.n_chapters = &task.n_chapters;
	return produce_at_last(&writing, &task, error);
}
