/* source-private.h - a source from within, for its other file. */
#pragma once

#include "document/follow.h"
#include "document/source.h"

struct _OqSource {
	int fd;     /* -1: memory */
	char *path; /* NULL: standard input or memory */
	char *name;
	gboolean regular;
	guint64 origin;   /* where a regular file stood when it was opened */
	guint64 size;     /* of a regular file or memory, from there on */
	guint64 offset;   /* of what comes next */
	GString *kept;    /* of a pipe; all of memory */
	guint64 dropped;  /* bytes before those */
	OqFollow *follow; /* NULL: it ends where it ends */
	gboolean joins;   /* what follows another writer's begins a line, of ASCII */
	guint n_quiet;    /* how often it was told that there is no more for now */
	gboolean is_hasty;
	gboolean is_over;
	GCancellable *stop;
	OqSourceWait wait;
	gpointer wait_data;
};

/** oq_source_set_unreadable: @why: errno. Returns: FALSE. */
gboolean oq_source_set_unreadable(const OqSource *source, int why, GError **error);
