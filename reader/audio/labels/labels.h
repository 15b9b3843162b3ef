/* labels.h - the tags of a file, put where its format has them.
 *
 * libsndfile writes the sound. Before it starts, labels tell what has to stand before the sound;
 * when the file is done they complete it. */
#pragma once

#include "audio/labels/bext.h"

typedef enum {
	OQ_LABELS_NONE, /* the format has no place for any */
	OQ_LABELS_WAV,
	OQ_LABELS_AIFF,
	OQ_LABELS_FLAC,
	OQ_LABELS_OGG,
	OQ_LABELS_MP3,
} OqLabelsKind;

/** A chunk that stands before the sound; both are multiples of 4 bytes. */
typedef struct {
	const char *name;
	GByteArray *bytes;
} OqLabelsChunk;

typedef struct _OqLabels OqLabels;

/** oq_labels_new: @sound: its length is not known yet. */
OqLabels *oq_labels_new(OqLabelsKind kind, const OqSound *sound);
void oq_labels_free(OqLabels *labels);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqLabels, oq_labels_free)

/** oq_labels_set: what is told, whatever was before. @tags: (nullable): copied. */
void oq_labels_set(OqLabels *labels, const OqTags *tags);

/** oq_labels_mark: a place with a name; left out where there is no place for it. */
void oq_labels_mark(OqLabels *labels, guint64 frame, const char *label);

/** oq_labels_chunks: (transfer full): of OqLabelsChunk, maybe none: what has to stand before the
 * sound of tags that are there already. It keeps its size, but what is in it may still change. */
GArray *oq_labels_chunks(OqLabels *labels);

/**
 * oq_labels_complete:
 * @fd: the file as libsndfile left it, from its beginning on, open for reading and writing
 *
 * The tags' chapters are marks, too. The numbers of an Ogg file's pages are wrong then (ogg.h).
 *
 * Returns: FALSE and errno when the file cannot be read or written
 */
gboolean oq_labels_complete(OqLabels *labels, int fd, guint64 n_frames);
