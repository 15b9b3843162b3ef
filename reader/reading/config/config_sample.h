/* config_sample.h - a config.ini of all keys with their standards, each behind a # so that nothing
 * of it counts until that is taken away: "#key = value" is a setting, "# words" are for people. */
#pragma once

#include <glib.h>

/** oq_config_sample_new: (transfer full): the sample, in the language of the messages; it ends with
 * the group [keys], whose lines are added by whoever knows the actions. */
char *oq_config_sample_new(void);

/** oq_config_sample_add: appends a key and what it means; @range: (nullable): what is possible. */
void oq_config_sample_add(GString *sample, const char *name, const char *value, const char *meaning,
	const char *range);
