/* watch.h - a watched folder: each text that is put into it becomes audio.
 *
 * The text is taken out of the folder (claim.h), rendered by a program of its own (errand.h) where
 * nobody sees it (watch_folders.h), and then audio and text are moved to where they belong
 * (moves.h). Killed at any point, the next one goes on; several may watch the same folder. What
 * cannot be done because of the disk is tried again; what cannot be rendered is moved aside.
 */
#pragma once

#include <gio/gio.h>

typedef enum {
	OQ_WATCH_BEGUN,   /* @name was taken */
	OQ_WATCH_DONE,    /* @name became @place */
	OQ_WATCH_FAILED,  /* @name did not; it is at @place, with @said beside it */
	OQ_WATCH_REFUSED, /* @name cannot be taken, as @said tells; told once, and tried again */
	OQ_WATCH_WAITING, /* the disk does not do as it should, as @said tells; told once */
	OQ_WATCH_GOES_ON, /* it does again */
	OQ_WATCH_LOST,    /* the watched folder is gone; told once */
	OQ_WATCH_FOUND,   /* it is there again */
} OqWatchKind;

/** OqWatchNews: what may be told; strings are nullable where the kind says nothing of them. */
typedef struct {
	OqWatchKind kind;
	const char *name;
	const char *place;
	const char *said; /* lines of the program that rendered, with the text's own path */
} OqWatchNews;

typedef void (*OqWatchTell)(const OqWatchNews *news, gpointer data);

typedef struct {
	const char *watched;
	const char *out;       /* (nullable) */
	const char *extension; /* of the audio, with its dot */
	char *const *command;  /* renders, when called with -o, the audio, "--" and the text */
	guint n_jobs;          /* texts at a time */
	guint settle_ms;       /* see arrivals.h */
	OqWatchTell tell;
	gpointer data;
} OqWatchWish;

/**
 * oq_watch_run: on a thread that has nothing else to do, until @stop; what is under way then is put
 * back.
 *
 * Returns: FALSE always: G_IO_ERROR_CANCELLED; OQ_WATCH_ERROR or OQ_BESIDE_ERROR_FILE before it has
 *   taken any text; the latter also when the folder was gone and is there again, but not to be used
 */
gboolean oq_watch_run(const OqWatchWish *wish, GCancellable *stop, GError **error);
