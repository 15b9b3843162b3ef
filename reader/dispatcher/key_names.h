/* key_names.h - what keys and sound icons are called: voices/kk/keys.tsv. Immutable. */
#pragma once

#include <glib.h>

typedef enum {
	OQ_KEY_NAME_KEY,
	OQ_KEY_NAME_ICON,
	OQ_N_KEY_NAMES,
} OqKeyNameKind;

typedef struct _OqKeyNames OqKeyNames;

/** oq_key_names_load: @folder: of the tables. NULL and OQ_TABLE_ERROR. */
OqKeyNames *oq_key_names_load(const char *folder, GError **error);
void oq_key_names_free(OqKeyNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqKeyNames, oq_key_names_free)

/** oq_key_names_find: (nullable): @name: in whatever case, with hyphens, underscores or blanks. */
const char *oq_key_names_find(const OqKeyNames *names, OqKeyNameKind kind, const char *name);
