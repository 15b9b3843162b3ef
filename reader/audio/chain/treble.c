/* treble.c - see the header. */
#include "audio/chain/treble.h"

enum {
	ROUND = 4096,    /* frames, of which … */
	LOOKED_AT = 512, /* … so many are looked at */
	ORDER = 12, /* differences of differences; each halves what is in the middle of the band */
};

struct _OqTreble {
	guint n_channels;
	guint at; /* in the round */
	gfloat samples[LOOKED_AT];
	double power;
	double high_power;
};

OqTreble *
oq_treble_new(guint n_channels)
{
	OqTreble *treble = g_new0(OqTreble, 1);
	treble->n_channels = n_channels;
	return treble;
}

void
oq_treble_free(OqTreble *treble)
{
	g_free(treble);
}

static double
power(const gfloat *samples, guint n)
{
	double sum = 0;
	for (guint i = 0; i < n; i++)
		sum += (double)(samples[i] * samples[i]);
	return sum / n;
}

static void
look(OqTreble *treble)
{
	gfloat *samples = treble->samples;
	treble->power += power(samples, LOOKED_AT);
	for (guint k = 1; k <= ORDER; k++) {
		for (guint i = 0; i < LOOKED_AT - k; i++)
			samples[i] = (samples[i + 1] - samples[i]) * 0.5f;
	}
	treble->high_power += power(samples, LOOKED_AT - ORDER);
}

static void
take(OqTreble *treble, const gfloat *frames, guint n)
{
	for (guint i = 0; i < n; i++)
		treble->samples[treble->at++] = frames[i * treble->n_channels];
	if (treble->at == LOOKED_AT)
		look(treble);
}

void
oq_treble_add(OqTreble *treble, const gfloat *frames, gsize n_frames)
{
	for (guint n; n_frames > 0; n_frames -= n, frames += n * treble->n_channels) {
		if (treble->at < LOOKED_AT) {
			n = (guint)MIN(n_frames, LOOKED_AT - treble->at);
			take(treble, frames, n);
		} else {
			n = (guint)MIN(n_frames, ROUND - treble->at);
			treble->at = (treble->at + n) % ROUND;
		}
	}
}

double
oq_treble_share(const OqTreble *treble)
{
	return treble->power > 0 ? treble->high_power / treble->power : 0;
}
