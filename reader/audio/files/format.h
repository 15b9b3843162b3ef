/* format.h - what libsndfile is to write for the extension of a name, and what is done besides. */
#pragma once

#include "audio/labels/labels.h"

#define OQ_FORMAT_RAW_PREFIX "raw:"

typedef struct {
	const char *extension;
	int container;              /* of libsndfile, as the next one */
	int coding;                 /* 0: PCM of as many bits as are asked for */
	guint rate_hz;              /* 0: any */
	gboolean (*polish)(int fd); /* (nullable): the last touch on the closed file */
	gboolean takes_floats;      /* also when 16 bits are asked for */
	gboolean stays_wide;        /* RF64 also below 4 GiB */
	gboolean is_bare;           /* nothing but samples */
	guint64 max_bytes;          /* of sound; 0: any number */
	OqLabelsKind labels;
} OqFormat;

/** oq_format_find: (transfer none): NULL and OQ_AUDIO_ERROR_FORMAT: no such extension. */
const OqFormat *oq_format_find(const char *path, GError **error);
