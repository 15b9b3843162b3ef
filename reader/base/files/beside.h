/* beside.h - a file that is written beside its name and takes the name when it is whole.
 *
 * Until oq_beside_commit() the name keeps what it had; a run that fails or is killed leaves nothing
 * (killed, it leaves a hidden .part file where the file system knows no files without names). A
 * link is followed and stays; a name that is a device, a pipe, a folder or a link to nothing is
 * refused and left alone. A file that is replaced hands on its mode, its access list, and its owner
 * where that may be given. One with other names (hard links), which renaming would cut off, is
 * written into when the new one is whole: then they all have it, as with any program that writes
 * into its file, and who is killed in just that moment leaves a file that is half new. Not
 * thread-safe. Errors name the path, the reason and the cure, and are OQ_BESIDE_ERROR_FILE unless
 * something else is said.
 */
#pragma once

#include <glib.h>

#define OQ_BESIDE_ERROR (oq_beside_error_quark())
GQuark oq_beside_error_quark(void);

typedef enum {
	OQ_BESIDE_ERROR_FILE,  /* it cannot be made or written: full disk, no permission, no folder
				*/
	OQ_BESIDE_ERROR_TAKEN, /* its name is, and what has it stays */
} OqBesideError;

typedef struct _OqBeside OqBeside;

OqBeside *oq_beside_new(const char *path, GError **error);

/** oq_beside_free: removes the file, unless it was committed. */
void oq_beside_free(OqBeside *beside);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqBeside, oq_beside_free)

/** oq_beside_fd: open for reading and writing; belongs to the object. */
int oq_beside_fd(const OqBeside *beside);

/** oq_beside_keep_taken: what has the name then is never replaced, whoever takes it meanwhile;
 * FALSE and OQ_BESIDE_ERROR_TAKEN: it is taken already. */
gboolean oq_beside_keep_taken(OqBeside *beside, GError **error);

/** oq_beside_rename: another name, on the same file system. */
gboolean oq_beside_rename(OqBeside *beside, const char *path, GError **error);

/** oq_beside_settle: on disk, and still without the name; or FALSE and to be freed. */
gboolean oq_beside_settle(OqBeside *beside, GError **error);

/**
 * oq_beside_commit: on disk and under its name.
 *
 * Returns: FALSE and to be freed; with OQ_BESIDE_ERROR_TAKEN it may be renamed and committed again
 */
gboolean oq_beside_commit(OqBeside *beside, GError **error);

/** oq_beside_take_back: takes the name from it again, if it has it and has replaced nothing. */
void oq_beside_take_back(OqBeside *beside);

/** oq_beside_set_error: what became of @path, in one line, for the errno @code. */
void oq_beside_set_error(GError **error, const char *path, int code);
