/* paths.h - where the program's data lie. */
#pragma once

#include <glib.h>

/**
 * oq_paths_data:
 * @name: a file or folder below voices/ of the source tree, such as "kk"
 *
 * Looks beside the program (../share/oqyrman, which the build tree has too, so that a moved
 * installation works), then in the system's data folders.
 *
 * Returns: (transfer full): the path, or NULL and G_FILE_ERROR_NOENT
 */
char *oq_paths_data(const char *name, GError **error);

/** oq_paths_program: (transfer full) (nullable): a program that belongs to oqyrman, such as
 * "oqyrman-desktop"; NULL: it was not built. */
char *oq_paths_program(const char *name);

/** oq_paths_locale: the folder of the compiled message catalogues beside the program. */
char *oq_paths_locale(void);

/** oq_paths_config: where the user's settings would be; it need not exist. */
char *oq_paths_config(void);

/** oq_paths_user_dictionary: where the user's own dictionary would be; it need not exist. */
char *oq_paths_user_dictionary(void);

/** oq_paths_system_dictionaries: (transfer full): where those for all users of the machine would
 * be, the one that goes before the others first. */
char **oq_paths_system_dictionaries(void);

/** oq_paths_state: the folder of what the program remembers from one run to the next; it need not
 * exist. */
char *oq_paths_state(void);
