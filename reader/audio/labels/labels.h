/* labels.h - the tags of a file, put where its format has them.
 *
 * libsndfile writes the sound; before it starts, labels tell what is to be written before the
 * sound, and when the file is done they complete it. */
#pragma once

#include "audio/labels/bext.h"

typedef enum {
	OQ_LABELS_NONE, /* the format has no place for any */
	OQ_LABELS_WAV,
	OQ_LABELS_AIFF,
	OQ_LABELS_FLAC,
	OQ_LABELS_VORBIS,
	OQ_LABELS_OPUS,
	OQ_LABELS_MP3,
} OqLabelsKind;

/** A chunk that stands before the sound; both are multiples of 4 bytes. */
typedef struct {
	const char *name;
	GByteArray *bytes;
} OqLabelsChunk;

typedef struct _OqLabels OqLabels;

/**
 * oq_labels_new:
 * @tags: (nullable): nothing of them is needed afterwards; their chapters become marks, too
 * @sound: its length is not known yet
 */
OqLabels *oq_labels_new(OqLabelsKind kind, const OqTags *tags, const OqSound *sound);
void oq_labels_free(OqLabels *labels);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqLabels, oq_labels_free)

/** oq_labels_mark: a place with a name; left out where there is no place for it. */
void oq_labels_mark(OqLabels *labels, guint64 frame, const char *label);

/** oq_labels_prefix: (transfer full) (nullable): what the file begins with, before all else. */
GByteArray *oq_labels_prefix(const OqLabels *labels);

/** oq_labels_filler: (transfer full) (nullable): the comment that libsndfile is to write. */
char *oq_labels_filler(const OqLabels *labels);

/** oq_labels_chunks: (transfer full): of OqLabelsChunk, maybe none: those before the sound. */
GArray *oq_labels_chunks(const OqLabels *labels);

/**
 * oq_labels_complete:
 * @fd: the file as libsndfile left it, open for reading and writing
 *
 * The checksums of an Ogg file are wrong then (ogg.h).
 *
 * Returns: FALSE and errno when the file cannot be read or written
 */
gboolean oq_labels_complete(OqLabels *labels, int fd, guint64 n_frames);
