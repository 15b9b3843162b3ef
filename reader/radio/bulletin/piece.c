/* piece.c - see the header. */
#include "radio/bulletin/piece.h"

#include "audio/chain/chain.h"
#include "audio/chain/gain.h"
#include "audio/chain/resample.h"

enum { PORTION_FRAMES = 4096 };

struct _OqPiece {
	OqPieceCut cut;
	guint n_channels;
	guint64 n_frames; /* that it has, at the programme's rate */
	guint64 n_fade;   /* of these, at each end */
	guint64 n_mixed;
	guint64 n_read; /* of the spool */
	gfloat gain;
	OqChain *chain;
	gboolean is_read; /* all of it is in @ready, or was */
	gfloat *portion;
	GArray *ready; /* of gfloat: what comes next */
};

static guint64
scale(guint64 n_frames, guint from_hz, guint to_hz)
{
	return (n_frames * to_hz + from_hz / 2) / from_hz;
}

OqPiece *
oq_piece_new(const OqPieceCut *cut, guint rate_hz, guint n_channels)
{
	guint from_hz = oq_spool_rate_hz(cut->spool), n_taken = oq_spool_n_channels(cut->spool);
	g_return_val_if_fail(n_taken == 1 || n_taken == n_channels, NULL);
	OqPiece *piece = g_new0(OqPiece, 1);

	piece->cut = *cut;
	piece->n_channels = n_channels;
	piece->n_frames = scale(cut->n_taken, from_hz, rate_hz);
	piece->n_fade = MIN((guint64)cut->fade_ms * rate_hz / 1000, piece->n_frames / 2);
	piece->gain = (gfloat)oq_gain_factor(cut->gain_db);
	piece->chain = oq_chain_new_empty(n_taken, n_channels);
	if (from_hz != rate_hz)
		oq_chain_append(piece->chain, oq_resample_new(from_hz, rate_hz, n_taken));
	piece->ready = g_array_new(FALSE, FALSE, sizeof(gfloat));
	return piece;
}

void
oq_piece_free(OqPiece *piece)
{
	if (piece == NULL)
		return;
	oq_chain_free(piece->chain);
	g_array_unref(piece->ready);
	g_free(piece->portion);
	g_free(piece);
}

guint64
oq_piece_n_frames(const OqPiece *piece)
{
	return piece->n_frames;
}

/* Makes more of it ready. */
static gboolean
read_more(OqPiece *piece, GError **error)
{
	const OqPieceCut *cut = &piece->cut;
	gsize n = MIN(cut->n_taken - piece->n_read, PORTION_FRAMES);

	if (n == 0) {
		oq_chain_finish(piece->chain, piece->ready);
		piece->is_read = TRUE;
		return TRUE;
	}
	if (piece->portion == NULL)
		piece->portion =
			g_new(gfloat, (gsize)PORTION_FRAMES * oq_spool_n_channels(cut->spool));
	n = oq_spool_read(cut->spool, cut->first + piece->n_read, piece->portion, n, error);
	if (n == 0)
		return FALSE;
	piece->n_read += n;
	oq_chain_add_frames(piece->chain, piece->portion, n, piece->ready);
	return TRUE;
}

/* From 0 to 1 and back, straight. */
static gfloat
fade(const OqPiece *piece, guint64 at)
{
	guint64 n_near = MIN(at, piece->n_frames - 1 - at);

	if (n_near >= piece->n_fade)
		return piece->gain;
	return piece->gain * ((gfloat)n_near + 0.5f) / (gfloat)piece->n_fade;
}

/* @n_frames: that are ready */
static void
mix_ready(OqPiece *piece, gfloat *frames, gsize n_frames)
{
	guint n_channels = piece->n_channels;
	const gfloat *ready = (const gfloat *)(gpointer)piece->ready->data;

	for (gsize i = 0; i < n_frames; i++) {
		gfloat gain = fade(piece, piece->n_mixed + i);
		for (guint k = 0; k < n_channels; k++)
			frames[i * n_channels + k] += gain * ready[i * n_channels + k];
	}
	if (n_frames > 0)
		g_array_remove_range(piece->ready, 0, (guint)n_frames * n_channels);
	piece->n_mixed += n_frames;
}

gboolean
oq_piece_mix(OqPiece *piece, gfloat *frames, gsize n_frames, GError **error)
{
	n_frames = MIN(n_frames, piece->n_frames - piece->n_mixed);
	while (!piece->is_read && piece->ready->len < n_frames * piece->n_channels)
		if (!read_more(piece, error))
			return FALSE;
	mix_ready(piece, frames, MIN(n_frames, piece->ready->len / piece->n_channels));
	return TRUE;
}
