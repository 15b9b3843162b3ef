/* command_config.c - oqyrman config: what can be set, and whether it is set rightly. */
#include "base/paths.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "home/keys/bindings.h"
#include "radio/profile.h"
#include "reading/config/config_sample.h"
#include <glib/gi18n.h>

static gboolean
print_sample(GError **error)
{
	g_autofree char *settings = oq_config_sample_new();
	g_autoptr(GString) sample = g_string_new(settings);
	for (OqAction action = OQ_ACTION_NONE + 1; action < OQ_N_ACTIONS; action++) {
		const OqActionRow *row = oq_actions_row(action);
		oq_config_sample_add(sample, row->name, row->keys, _(row->meaning), NULL);
	}
	oq_profile_sample(sample);
	return oq_output_print(sample->str, error);
}

static gboolean
check_keys(const OqConfig *config, GPtrArray *notices, GError **error)
{
	g_autoptr(OqLayouts) layouts = oq_call_layouts(error);
	if (layouts == NULL)
		return FALSE;
	oq_bindings_free(oq_bindings_new_configured(layouts, config, notices));
	return TRUE;
}

static gboolean
print_verdict(const OqConfig *config, const char *name, GError **error)
{
	g_autofree char *line =
		oq_config_exists(config)
			? g_strdup_printf(_("all is right in %s"), name)
			: g_strdup_printf(
				  _("there is no %s; oqyrman config prints a sample of it"), name);
	g_autofree char *ended = g_strconcat(line, "\n", NULL);
	return oq_output_print(ended, error);
}

/* What is wrong is what was asked for, so it is printed; the status tells it to other programs. */
static gboolean
print_notices(const GPtrArray *notices, const char *name, GError **error)
{
	g_autoptr(GString) lines = g_string_new(NULL);
	for (guint i = 0; i < notices->len; i++)
		g_string_append_printf(lines, "%s\n", (char *)g_ptr_array_index(notices, i));
	if (oq_output_print(lines->str, error))
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("%s: put this right; all else in it is used"), name);
	return FALSE;
}

static gboolean
check(GError **error)
{
	g_autofree char *path = oq_paths_config();
	g_autofree char *name = g_filename_display_name(path);
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(OqConfig) config = oq_config_load(path, notices);
	if (!check_keys(config, notices, error))
		return FALSE;
	oq_profile_check(config, notices);
	return notices->len > 0 ? print_notices(notices, name, error)
				: print_verdict(config, name, error);
}

gboolean
oq_command_config(const OqCall *call, GError **error)
{
	if (!oq_call_has_no_words(call, "config", error))
		return FALSE;
	return call->options->check ? check(error) : print_sample(error);
}
