/* tables_folder.h - where tables lie, and what else is there to be judged. */
#pragma once

#include <glib.h>

/** oq_tables_folder_is_one: all tables lie in the folder. */
gboolean oq_tables_folder_is_one(const char *folder);

/** oq_tables_folder_above: (transfer full) (nullable): the folder of a table, if it lies among all
 * of them; else voices/kk in a folder above it; NULL: there is none. */
char *oq_tables_folder_above(const char *path);

/**
 * oq_tables_folder_list: (transfer full) (element-type filename): files of a folder and of those
 * within, but for hidden ones, in their order; no link to a folder is followed.
 *
 * Returns: NULL and G_FILE_ERROR when the folder cannot be read
 */
GPtrArray *oq_tables_folder_list(const char *path, GError **error);
