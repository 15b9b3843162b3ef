/* config.h - config.ini: what the user always wants, where nothing else is said.
 *
 * What is wrong in it is a notice that names the line, and all else is used; nothing in the file's
 * place is fatal, or is waited for. Once it is loaded it is immutable.
 */
#pragma once

#include "reading/config/config_keys.h"
#include "reading/settings.h"

typedef struct _OqConfig OqConfig;

/** A line of the group [keys]: whoever knows the actions judges it. */
typedef struct {
	char *action;
	char *keys; /* with blanks between them; may be empty */
	guint line;
} OqConfigBinding;

/** A line of a group [profile NAME]: whoever knows the profiles judges it. */
typedef struct {
	char *profile;
	char *key; /* (nullable): it is the line with the name; as the value */
	char *value;
	guint line;
} OqConfigProfileLine;

/**
 * oq_config_load:
 * @path: (nullable): NULL: there is none
 * @notices: (element-type utf8): receives what the user should be told: "config.ini, line 7: …"
 *
 * Returns: (transfer full): never NULL
 */
OqConfig *oq_config_load(const char *path, GPtrArray *notices);
void oq_config_free(OqConfig *config);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqConfig, oq_config_free)

/** oq_config_exists: there is such a file, and it could be read. */
gboolean oq_config_exists(const OqConfig *config);

/** oq_config_is_set: the file has a value for it. */
gboolean oq_config_is_set(const OqConfig *config, OqConfigKey key);

/** oq_config_number: of a number, the index of a choice, bits of choices or of languages; where the
 * file has none, the standard, which is 0 where nothing stands for it. */
guint oq_config_number(const OqConfig *config, OqConfigKey key);

/** oq_config_text: (transfer none) (nullable): of a text, the id of a voice, the path of a file,
 * the names of choices; where the file has none, the standard. */
const char *oq_config_text(const OqConfig *config, OqConfigKey key);

/** oq_config_bindings: (transfer none) (element-type OqConfigBinding): in the order of the file, no
 * action twice. */
const GPtrArray *oq_config_bindings(const OqConfig *config);

/** oq_config_profiles: (transfer none) (element-type OqConfigProfileLine): in the order of the
 * file, no key of a profile twice. */
const GPtrArray *oq_config_profiles(const OqConfig *config);

/** oq_config_place: (transfer full): what a notice about a line begins with: "config.ini, line 7".
 */
char *oq_config_place(const OqConfig *config, guint line);

/** oq_config_apply: what the file has replaces what @settings hold; all else in them stays. */
void oq_config_apply(const OqConfig *config, OqSettings *settings);
