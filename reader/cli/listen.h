/* listen.h - texts aloud. */
#pragma once

#include "cli/inputs.h"
#include "reading/playback/playback.h"

typedef struct _OqListen OqListen;

/**
 * oq_listen_new: takes the turn and opens the sound device.
 * @title: (nullable): what is to be read, as other readers are told
 *
 * Returns: NULL and OQ_DEVICE_ERROR, or an error of oq_call_turn() or oq_call_pool()
 */
OqListen *oq_listen_new(
	const OqCall *call, const OqReader *reader, const char *title, GError **error);
void oq_listen_free(OqListen *listen);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqListen, oq_listen_free)

/** oq_listen_new_aside: for one sentence that is said whoever has the turn, and takes it from
 * nobody: there is no turn then. */
OqListen *oq_listen_new_aside(const OqCall *call, const OqReader *reader, GError **error);

/** oq_listen_playback, _context, _turn: (transfer none): for whoever drives it otherwise than by
 * oq_listen_to(): changes are told in the context. */
OqPlayback *oq_listen_playback(OqListen *listen);
GMainContext *oq_listen_context(OqListen *listen);
OqTurn *oq_listen_turn(OqListen *listen);

/** oq_listen_to: reads @cursor aloud to its end, once; an OqInputsConsume, whose @data is an
 * OqListen. OQ_TURN_ERROR_ASKED when another reader asked for the turn, which is then to be freed.
 */
gboolean oq_listen_to(OqCursor *cursor, gboolean *said, gpointer data, GError **error);
