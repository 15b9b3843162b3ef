/* config_sample.c - see the header. */
#include "reading/config/config_sample.h"

#include "reading/config/config_keys.h"
#include "reading/config/config_value.h"

#include <glib/gi18n.h>

void
oq_config_sample_add(GString *sample, const char *name, const char *value, const char *meaning,
	const char *range)
{
	g_string_append_printf(sample, "\n# %s\n", meaning);
	if (range != NULL)
		g_string_append_printf(sample, "# %s\n", range);
	g_string_append_printf(sample, "#%s =%s%s\n", name, *value != '\0' ? " " : "", value);
}

static void
add_group(GString *sample, OqConfigGroup group)
{
	g_string_append_printf(sample, "\n\n# %s\n[%s]\n", _(oq_config_keys_group_meaning(group)),
		oq_config_keys_group(group));
	for (OqConfigKey key = 0; key < OQ_N_CONFIG_KEYS; key++) {
		const OqConfigRow *row = oq_config_keys_row(key);
		if (row->group != group)
			continue;
		g_autofree char *range = oq_config_value_range(row);
		oq_config_sample_add(sample, row->name, row->standard, _(row->meaning), range);
	}
}

char *
oq_config_sample_new(void)
{
	GString *sample = g_string_new(NULL);

	g_string_append_printf(sample, "# %s\n",
		_("config.ini of oqyrman: all settings, with what holds where nothing is given."));
	g_string_append_printf(sample, "# %s\n",
		_("To change one, take away the # before its key and write another value."));
	g_string_append_printf(
		sample, "# %s\n", _("An option on the command line goes before this file."));
	for (OqConfigGroup group = 0; group < OQ_N_CONFIG_GROUPS; group++)
		add_group(sample, group);
	return g_string_free(sample, FALSE);
}
