/* folder.h - the texts of a folder, in the order in which they are read. */
#pragma once

#include <gio/gio.h>

/** What is behind so many is left out. */
#define OQ_FOLDER_MAX_FILES 10000

/**
 * oq_folder_list:
 * @encoding: (nullable): of all files; NULL: each must be UTF-8 or say what it is
 * @files: (element-type filename): receives paths, folders within among the files, all by their
 *   names in natural order (natural.h)
 * @notices: (element-type utf8): receives which files were left out because they are no text or
 *   cannot be read, some by name, the others counted
 *
 * What is hidden, empty or no file is left out without a word. Each folder is looked into once,
 * however many links lead there.
 *
 * Returns: FALSE when there is no text in it or it cannot be read (OQ_DOCUMENT_ERROR), or after
 *   @stop
 */
gboolean oq_folder_list(const char *path, const char *encoding, GCancellable *stop,
	GPtrArray *files, GPtrArray *notices, GError **error);

/** oq_folder_is_one: @path: a name; what is not there is none. */
gboolean oq_folder_is_one(const char *path);
