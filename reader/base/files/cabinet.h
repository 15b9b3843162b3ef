/* cabinet.h - a folder of small files that are their owner's alone, such as places in texts.
 *
 * The folder is made, as its files for nobody else's eyes, when the first file is written. A file
 * is replaced as a whole: who is killed leaves the old one or the new one, and what else is left is
 * cleared away by oq_cabinet_sweep(). A thread brings it to the disk (syncer.h); who writes never
 * waits for the disk. Any number of programs may use a folder. Names are ASCII, without a slash.
 *
 * An object belongs to one thread.
 */
#pragma once

#include <glib.h>

#define OQ_CABINET_ERROR (oq_cabinet_error_quark())
GQuark oq_cabinet_error_quark(void);

typedef enum {
	OQ_CABINET_ERROR_FOLDER,  /* it cannot be used: no permission, a full disk, another user's
				   */
	OQ_CABINET_ERROR_DAMAGED, /* no file that can be read, or a larger one than there can be */
} OqCabinetError;

typedef struct _OqCabinet OqCabinet;

/** oq_cabinet_new: @folder need not exist. */
OqCabinet *oq_cabinet_new(const char *folder);
void oq_cabinet_free(OqCabinet *cabinet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqCabinet, oq_cabinet_free)

/** oq_cabinet_path: (transfer full): of the file of that name. */
char *oq_cabinet_path(const OqCabinet *cabinet, const char *name);

/**
 * oq_cabinet_read:
 * @max_bytes: what is larger is damaged
 * @contents: (out) (transfer full): NULL: there is no such file
 *
 * Whatever is there in its place, a pipe or a device, is not waited for.
 */
gboolean oq_cabinet_read(const OqCabinet *cabinet, const char *name, gsize max_bytes,
	GBytes **contents, GError **error);

/** oq_cabinet_write: at once, and as a whole or not at all: then the error is ERROR_FOLDER. */
gboolean oq_cabinet_write(
	OqCabinet *cabinet, const char *name, const char *bytes, gsize n_bytes, GError **error);

/**
 * oq_cabinet_set_aside: the file, or whatever is there, gets the name NAME.damaged, or
 * NAME.damaged-2 and so on when that is taken.
 *
 * Returns: (transfer full): its path
 */
char *oq_cabinet_set_aside(const OqCabinet *cabinet, const char *name, GError **error);

/** oq_cabinet_remove: a file or a link; it need not exist. */
gboolean oq_cabinet_remove(const OqCabinet *cabinet, const char *name, GError **error);

/** oq_cabinet_point: @name becomes a link to @target, another name. When that fails there is no
 * link. */
void oq_cabinet_point(const OqCabinet *cabinet, const char *name, const char *target);

/** oq_cabinet_pointed: (transfer full) (nullable): where the link leads to; NULL: it is none. */
char *oq_cabinet_pointed(const OqCabinet *cabinet, const char *name);

/** oq_cabinet_names: (transfer full) (element-type utf8): all there are, in no order; empty when
 * there is no folder. */
GPtrArray *oq_cabinet_names(const OqCabinet *cabinet, GError **error);

/**
 * oq_cabinet_lock: for who reads a file and writes it anew, while no other program does.
 *
 * Waits for a fifth of a second at most: a program that stands still must not make others stand
 * still.
 *
 * Returns: to be given to oq_cabinet_unlock(), also when there was no lock to be had
 */
int oq_cabinet_lock(const OqCabinet *cabinet);
void oq_cabinet_unlock(int lock);

/** oq_cabinet_sweep: what killed programs left behind. */
void oq_cabinet_sweep(const OqCabinet *cabinet);
