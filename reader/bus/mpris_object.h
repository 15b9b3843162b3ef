/* mpris_object.h - the player on the bus: its interfaces, and what is asked of it there. */
#pragma once

#include "bus/mpris_moment.h"

#include <gio/gio.h>

#define OQ_MPRIS_OBJECT "/org/mpris/MediaPlayer2"
#define OQ_MPRIS_ROOT   "org.mpris.MediaPlayer2"
#define OQ_MPRIS_PLAYER "org.mpris.MediaPlayer2.Player"

typedef enum {
	OQ_MPRIS_PLAY,
	OQ_MPRIS_PAUSE,
	OQ_MPRIS_PLAY_PAUSE,
	OQ_MPRIS_STOP,
	OQ_MPRIS_NEXT,
	OQ_MPRIS_PREVIOUS,
	OQ_MPRIS_QUIT,
	OQ_MPRIS_SEEK,       /* us: offset */
	OQ_MPRIS_GO_TO,      /* us: position */
	OQ_MPRIS_SET_RATE,   /* number */
	OQ_MPRIS_SET_VOLUME, /* number */
} OqMprisWishKind;

typedef struct {
	OqMprisWishKind kind;
	gint64 us;
	double number;
} OqMprisWish;

/** Whose object it is. */
typedef struct {
	const OqMprisMoment *(*now)(gpointer owner); /* (transfer none) */
	void (*ask)(const OqMprisWish *wish, gpointer owner);
	gpointer owner;
	GCancellable *stop; /* nullable */
} OqMprisOwner;

typedef struct {
	guint ids[2];
} OqMprisObject;

/** oq_mpris_object_add: to a connection, in the thread's default context; @owner is kept by the
 * caller. */
void oq_mpris_object_add(
	OqMprisObject *object, GDBusConnection *connection, const OqMprisOwner *owner);
void oq_mpris_object_remove(OqMprisObject *object, GDBusConnection *connection);
