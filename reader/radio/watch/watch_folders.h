/* watch_folders.h - the folders around a watched one. */
#pragma once

#include <glib.h>

#define OQ_WATCH_ERROR (oq_watch_error_quark())
GQuark oq_watch_error_quark(void);

typedef enum {
	OQ_WATCH_ERROR_NO_FOLDER, /* there is no such folder, or it is none */
	OQ_WATCH_ERROR_OUT,       /* audio cannot go there */
	OQ_WATCH_ERROR_RENDER,    /* nothing can be rendered with these options */
} OqWatchError;

/** OqWatchFolders: read only. */
typedef struct {
	char *watched; /* as the user names it */
	char *out;     /* where the audio goes */
	char *done;    /* and the texts of it */
	char *failed;  /* and the others */
	char *stage;   /* on the disk of @out: where files become whole */
	char *key;     /* tells this watched folder from others with the same @out */
} OqWatchFolders;

/**
 * oq_watch_folders_init: makes those that are missing, except the watched one.
 * @out: (nullable): the folder out in the watched one
 *
 * Returns: FALSE and OQ_WATCH_ERROR or OQ_BESIDE_ERROR_FILE; then oq_watch_folders_clear() is still
 * due
 */
gboolean oq_watch_folders_init(
	OqWatchFolders *folders, const char *watched, const char *out, GError **error);
void oq_watch_folders_clear(OqWatchFolders *folders);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(OqWatchFolders, oq_watch_folders_clear)

/** oq_watch_folders_make: makes those that were removed meanwhile; FALSE and OQ_BESIDE_ERROR_FILE.
 */
gboolean oq_watch_folders_make(const OqWatchFolders *folders, GError **error);

/** oq_watch_folders_stage: (transfer full): the place of a claim's files before they are whole. */
char *oq_watch_folders_stage(const OqWatchFolders *folders, const char *id);

/** oq_watch_folders_clean: removes a folder in @stage with what is in it, and @stage when it is
 * empty. */
void oq_watch_folders_clean(const OqWatchFolders *folders, const char *stage);

/** oq_watch_folders_sweep: the same for all whose claims are gone. */
void oq_watch_folders_sweep(const OqWatchFolders *folders);
