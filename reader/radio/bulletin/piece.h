/* piece.h - a range of a spool that sounds from a frame of a programme on: at the programme's rate
 * and in its channels, louder or softer, and faded at its ends where it is cut. Read once, from its
 * beginning to its end. */
#pragma once

#include "audio/files/spool.h"

/** What it is. */
typedef struct {
	OqSpool *
		spool; /* outlives the piece; of any rate; mono, or with the programme's channels */
	guint64 first; /* of its frames */
	guint64 n_taken; /* … and how many */
	double gain_db;
	guint fade_ms; /* 0: none */
} OqPieceCut;

typedef struct _OqPiece OqPiece;

/** oq_piece_new: @rate_hz, @n_channels: of the programme */
OqPiece *oq_piece_new(const OqPieceCut *cut, guint rate_hz, guint n_channels);
void oq_piece_free(OqPiece *piece);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqPiece, oq_piece_free)

/** oq_piece_n_frames: at the rate of the programme, rounded. */
guint64 oq_piece_n_frames(const OqPiece *piece);

/**
 * oq_piece_mix: adds the next @n_frames to what is in @frames.
 *
 * Returns: FALSE and an error of oq_spool_read()
 */
gboolean oq_piece_mix(OqPiece *piece, gfloat *frames, gsize n_frames, GError **error);
