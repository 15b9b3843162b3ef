/* config_value.h - a value of config.ini: from what is written to what it stands for. */
#pragma once

#include "reading/config/config_keys.h"

typedef struct {
	char *text;   /* nullable: nothing stands for it; the id of a voice, the path of a file */
	guint number; /* a number; the index of a choice; bits of choices or of languages */
} OqConfigValue;

void oq_config_value_clear(OqConfigValue *value);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(OqConfigValue, oq_config_value_clear)

/**
 * oq_config_value_read:
 * @written: UTF-8; "": the standard
 * @folder: where relative paths begin; "~/" is the home
 * @value: (out): the standard, when what is written is not possible
 *
 * Returns: (transfer full) (nullable): why it is not possible, in one line
 */
char *oq_config_value_read(
	const OqConfigRow *row, const char *written, const char *folder, OqConfigValue *value);

/** oq_config_value_quote: (transfer full): as much of it as fits into a message, on one line, and
 * nothing that steers a terminal. */
char *oq_config_value_quote(const char *written);

/** oq_config_value_range: (transfer full) (nullable): what is possible, where that can be told in a
 * few words. */
char *oq_config_value_range(const OqConfigRow *row);
