/* rundown.c - see the header. */
#include "cli/rundown.h"

#include "base/paths.h"
#include "cli/options_tags.h"
#include "radio/bulletin/item_names.h"
#include "radio/excerpt.h"

#include <glib/gi18n.h>

/* Between a headline and its text. */
#define HEADLINE_PAUSE_MS 700

static gboolean
refuse_duration(const char *name, GError **error)
{
	g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
		_("--duration fits what is said alone, without --%s; leave one out, or fit the "
		  "texts one by one"),
		name);
	return FALSE;
}

static gboolean
check_list(const OqOptions *options, GError **error)
{
	if (options->start != NULL)
		return oq_options_refuse_both("list", "start", error);
	if (options->end != NULL)
		return oq_options_refuse_both("list", "end", error);
	if (options->duration_ms > 0)
		return refuse_duration("list", error);
	return !options->follow || oq_options_refuse_both("list", "follow", error);
}

static gboolean
check_each(const OqOptions *options, GError **error)
{
	if (options->start != NULL)
		return oq_options_refuse_both("each", "start", error);
	if (options->end != NULL)
		return oq_options_refuse_both("each", "end", error);
	if (options->follow)
		return oq_options_refuse_both("each", "follow", error);
	if (options->format != NULL)
		return oq_options_refuse_both("each", "format", error);
	if (options->output == NULL || g_file_test(options->output, G_FILE_TEST_IS_DIR))
		return TRUE;
	g_autofree char *name = g_filename_display_name(options->output);
	g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
		_("with --each, a folder stands after -o; “%s” is none"), name);
	return FALSE;
}

/* How long jingles take is not counted in what is fitted. */
static gboolean
check_sounds(const OqOptions *options, GError **error)
{
	const struct {
		const char *name;
		const char *file;
	} sounds[] = {{"intro", options->intro}, {"between", options->between},
		{"outro", options->outro}, {"bed", options->bed}};

	for (guint i = 0; i < G_N_ELEMENTS(sounds); i++) {
		if (sounds[i].file == NULL)
			continue;
		if (options->duration_ms > 0)
			return refuse_duration(sounds[i].name, error);
		if (options->follow)
			return oq_options_refuse_both(sounds[i].name, "follow", error);
	}
	return TRUE;
}

gboolean
oq_rundown_check(const OqCall *call, GError **error)
{
	const OqOptions *options = call->options;

	return (options->list == NULL || check_list(options, error)) &&
	       (options->each == NULL || check_each(options, error)) &&
	       check_sounds(options, error);
}

static OqRunningOrder *
load_order(const OqCall *call, GError **error)
{
	if (call->words[0] != NULL) {
		g_autofree char *name = g_filename_display_name(call->words[0]);
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("with --list no files are named; write %s into the list"), name);
		return NULL;
	}
	g_autofree char *voices = oq_paths_data("", error);
	return voices != NULL ? oq_running_order_load(
					call->options->list, &call->settings->style, voices, error)
			      : NULL;
}

/* Its texts, as words of a command. */
static char **
words_of(const OqRunningOrder *order)
{
	guint n_items = oq_running_order_n_items(order);
	char **words = g_new0(char *, n_items + 1);

	for (guint i = 0; i < n_items; i++)
		words[i] = g_strdup(oq_running_order_item(order, i)->path);
	return words;
}

gboolean
oq_rundown_read(OqCall *call, OqRunningOrder **order, char ***words, GError **error)
{
	if (call->options->list == NULL)
		return TRUE;
	*order = load_order(call, error);
	if (*order == NULL)
		return FALSE;
	*words = call->words = words_of(*order);
	return TRUE;
}

OqBulletinSounds
oq_rundown_sounds(const OqOptions *options)
{
	return (OqBulletinSounds){options->intro, options->between, options->outro, options->bed};
}

/* (nullable): the list does not tell of it. */
static const OqRunningItem *
find_item(const OqInputs *inputs, guint index)
{
	return inputs->order != NULL
		       ? oq_running_order_item(inputs->order, inputs->first_item + index)
		       : NULL;
}

/* (transfer full): as the list has it, or else the text. */
static char *
choose_title(const OqRunningItem *item, const char *heading, OqCursor *cursor)
{
	if (item != NULL && item->title != NULL)
		return g_strdup(item->title);
	if (item != NULL && item->headline != NULL)
		return g_strdup(item->headline);
	return g_strdup(heading != NULL ? heading : oq_document_title(oq_cursor_document(cursor)));
}

/* The cursor gives what is behind the heading; a text that is nothing else stays. */
static gboolean
drop_heading(OqCursor *cursor, GError **error)
{
	g_autoptr(GError) failure = NULL;

	if (oq_excerpt_choose(cursor, "2", NULL, &failure))
		return TRUE;
	if (g_error_matches(failure, OQ_EXCERPT_ERROR, OQ_EXCERPT_ERROR_NOT_FOUND))
		return oq_excerpt_choose(cursor, NULL, NULL, error);
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

static gboolean
say_headline(const OqInputs *inputs, const char *headline, OqProduction *production, GError **error)
{
	g_autoptr(OqCursor) cursor = oq_reader_text(inputs->reader, headline);
	gboolean is_said = oq_production_say(production, cursor, inputs->call->stop, error);

	oq_production_set_pause(production, HEADLINE_PAUSE_MS);
	return is_said;
}

/* @heading: (out) (nullable): that with which the text begins */
static gboolean
take_heading(const OqRunningItem *item, OqCursor *cursor, char **heading, GError **error)
{
	return oq_excerpt_begin_heading(cursor, heading, error) &&
	       (*heading == NULL || !item->drops_heading || drop_heading(cursor, error));
}

static gboolean
add_item(const OqInputs *inputs, const OqRunningItem *item, OqCursor *cursor,
	OqProduction *production, GError **error)
{
	g_autofree char *heading = NULL;

	if (!take_heading(item, cursor, &heading, error))
		return FALSE;
	g_autofree char *title = choose_title(item, heading, cursor);
	oq_production_set_style(production, &item->style);
	oq_production_begin_item(production, title, item->has_gap ? (gint)item->gap_ms : -1);
	return (item->headline == NULL ||
		       say_headline(inputs, item->headline, production, error)) &&
	       oq_production_say(production, cursor, inputs->call->stop, error);
}

gboolean
oq_rundown_add(const OqInputs *inputs, guint index, OqCursor *cursor, OqProduction *production,
	GError **error)
{
	const OqRunningItem *item = find_item(inputs, index);

	return item != NULL ? add_item(inputs, item, cursor, production, error)
			    : oq_production_add(production, cursor, inputs->call->stop, error);
}

static gboolean
measure_headline(const OqInputs *inputs, const char *headline, OqRender *render, guint rate_hz,
	GError **error)
{
	g_autoptr(OqCursor) cursor = oq_reader_text(inputs->reader, headline);
	gboolean is_said = oq_render_add(render, cursor, inputs->call->stop, error);

	oq_render_set_pause(render, oq_profile_frames(HEADLINE_PAUSE_MS, rate_hz));
	return is_said;
}

gboolean
oq_rundown_measure(const OqInputs *inputs, guint index, OqCursor *cursor, OqRender *render,
	guint rate_hz, GError **error)
{
	const OqRunningItem *item = find_item(inputs, index);
	g_autofree char *heading = NULL;

	if (item == NULL)
		return oq_render_add(render, cursor, inputs->call->stop, error);
	if (!take_heading(item, cursor, &heading, error))
		return FALSE;
	oq_render_set_style(render, &item->style);
	if (item->has_gap)
		oq_render_set_pause(render, oq_profile_frames(item->gap_ms, rate_hz));
	return (item->headline == NULL ||
		       measure_headline(inputs, item->headline, render, rate_hz, error)) &&
	       oq_render_add(render, cursor, inputs->call->stop, error);
}

/* (transfer full) (nullable): of a file of the inputs; NULL: with @failure, or it comes from a
 * pipe, which is read but once. */
static char *
find_title(const OqInputs *inputs, guint index, GError **failure)
{
	const char *file = inputs->files[index];
	const OqRunningItem *item = find_item(inputs, index);
	g_autofree char *heading = NULL;

	if (item == NULL && !g_file_test(file, G_FILE_TEST_IS_REGULAR))
		return NULL;
	g_autoptr(OqCursor) cursor =
		oq_reader_open(inputs->reader, file, inputs->call->stop, failure);
	if (cursor == NULL || !oq_excerpt_begin_heading(cursor, &heading, failure))
		return NULL;
	return choose_title(item, heading, cursor);
}

static gboolean
name_each(const OqInputs *inputs, OqItemNames *names, OqRundownNamed named, gpointer data,
	GError **error)
{
	const char *folder = inputs->call->options->output;

	for (guint i = 0; inputs->files[i] != NULL; i++) {
		g_autoptr(GError) failure = NULL; /* is told when the text is to be said */
		g_autofree char *title = find_title(inputs, i, &failure);
		g_autofree char *name = oq_item_names_next(names, title);
		g_autofree char *path = folder != NULL ? g_build_filename(folder, name, NULL)
						       : g_steal_pointer(&name);
		if (!named(i, title, path, data, error))
			return FALSE;
	}
	return TRUE;
}

gboolean
oq_rundown_name_each(const OqInputs *inputs, OqRundownNamed named, gpointer data, GError **error)
{
	const OqOptions *options = inputs->call->options;
	g_autoptr(GError) failure = NULL;
	g_autofree char *date = oq_options_tags_date(options);
	g_autofree char *folder = oq_paths_data(oq_lang_name(OQ_LANG_KK), error);
	g_autoptr(OqRomanization) romanization =
		folder != NULL ? oq_romanization_load(folder, error) : NULL;
	if (romanization == NULL)
		return FALSE;
	g_autoptr(OqItemNames) names = oq_item_names_new(
		options->each, date, g_strv_length(inputs->files), romanization, &failure);
	oq_options_propagate(error, failure, OQ_ITEM_NAMES_ERROR, OQ_ITEM_NAMES_ERROR_PATTERN);
	return names != NULL && name_each(inputs, names, named, data, error);
}
