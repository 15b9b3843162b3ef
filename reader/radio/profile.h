/* profile.h - what a file that goes on air has to be like, by a name: plain, ebu, podcast, and
 * those of the user's config.ini:
 *
 *     [profile studio]
 *     rate = 44100
 *     loudness = -18
 *
 * Each key is an option of the same name as well; both are read and judged here. */
#pragma once

#include "reading/config/config.h"

typedef struct {
	guint rate_hz; /* 0, as the next three: the format's or the voice's own */
	guint n_bits;
	guint n_channels;
	guint bitrate_kbps;
	double loudness_lufs; /* NAN: as loud as it comes */
	double ceiling_dbtp;  /* NAN: no limiter */
	double gain_db;       /* where no loudness is wanted */
	guint highpass_hz;    /* 0: none */
	guint head_ms;        /* of silence */
	guint tail_ms;
} OqProfile;

typedef enum {
	OQ_PROFILE_RATE,
	OQ_PROFILE_BITS,
	OQ_PROFILE_CHANNELS,
	OQ_PROFILE_BITRATE,
	OQ_PROFILE_LOUDNESS,
	OQ_PROFILE_TRUE_PEAK,
	OQ_PROFILE_GAIN,
	OQ_PROFILE_HIGHPASS,
	OQ_PROFILE_HEAD,
	OQ_PROFILE_TAIL,
	OQ_N_PROFILE_KEYS,
} OqProfileKey;

/** oq_profile_plain: everything as it comes. */
OqProfile oq_profile_plain(void);

/**
 * oq_profile_find:
 * @profile: (out): the one of @config goes before a built-in one; of its lines the possible ones
 *
 * Returns: FALSE: nobody has one of that name
 */
gboolean oq_profile_find(const OqConfig *config, const char *name, OqProfile *profile);

/** oq_profile_names: (transfer full): all there are, with commas between them. */
char *oq_profile_names(const OqConfig *config);

/**
 * oq_profile_set: as much as the value says; loudness and gain replace each other, and what makes
 * louder brings a limiter at -1 dBTP, if there is none.
 *
 * Returns: FALSE when that is not possible: oq_profile_range() tells what is
 */
gboolean oq_profile_set(OqProfile *profile, OqProfileKey key, const char *value);

const char *oq_profile_key_name(OqProfileKey key);

/** oq_profile_range: (transfer full): what is possible, in a few words. */
char *oq_profile_range(OqProfileKey key);

/** oq_profile_check: @notices: receives what is wrong in the user's profiles, with the line. */
void oq_profile_check(const OqConfig *config, GPtrArray *notices);

/** oq_profile_sample: appends a profile to a config.ini, as config_sample.h has all else. */
void oq_profile_sample(GString *sample);

/** oq_profile_changes: something must be done to what is said, besides writing it. */
gboolean oq_profile_changes(const OqProfile *profile);

/** oq_profile_frames: in so many milliseconds, rounded. */
guint64 oq_profile_frames(guint ms, guint rate_hz);
