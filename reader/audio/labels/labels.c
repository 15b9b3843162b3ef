/* labels.c - see the header. */
#include "audio/labels/labels.h"

#include <string.h>

#include "audio/labels/aiff.h"
#include "audio/labels/cart.h"
#include "audio/labels/comments.h"
#include "audio/labels/cues.h"
#include "audio/labels/id3.h"
#include "audio/labels/info.h"
#include "audio/labels/room.h"
#include "audio/labels/xml.h"
#include "base/files/exact.h"

enum {
	WORD_SIZE = 4,
	MAX_COMMENTS = 15 << 20, /* FLAC has 24 bits for the size of them all */
};

struct _OqLabels {
	OqLabelsKind kind;
	OqTags *tags; /* nullable */
	OqSound sound;
	OqCues *cues;
	gboolean has_chunks; /* before the sound */
};

OqLabels *
oq_labels_new(OqLabelsKind kind, const OqSound *sound)
{
	OqLabels *labels = g_new0(OqLabels, 1);
	labels->kind = kind;
	labels->sound = *sound;
	labels->cues = oq_cues_new();
	return labels;
}

void
oq_labels_free(OqLabels *labels)
{
	if (labels == NULL)
		return;
	oq_tags_free(labels->tags);
	oq_cues_free(labels->cues);
	g_free(labels);
}

void
oq_labels_set(OqLabels *labels, const OqTags *tags)
{
	oq_tags_free(labels->tags);
	labels->tags = tags != NULL ? oq_tags_copy(tags) : NULL;
}

void
oq_labels_mark(OqLabels *labels, guint64 frame, const char *label)
{
	oq_cues_add(labels->cues, frame, 0, label);
}

typedef void (*AddContent)(OqChunks *chunks, const OqTags *tags, const OqSound *sound);

static GByteArray *
make_content(const OqLabels *labels, AddContent add)
{
	OqChunks content;
	oq_chunks_init(&content, FALSE);
	add(&content, labels->tags, &labels->sound);
	while (content.bytes->len % WORD_SIZE != 0)
		oq_chunks_add_field(&content, "", 1);
	return content.bytes;
}

static void
clear_chunk(gpointer chunk)
{
	g_byte_array_unref(((OqLabelsChunk *)chunk)->bytes);
}

GArray *
oq_labels_chunks(OqLabels *labels)
{
	GArray *chunks = g_array_new(FALSE, FALSE, sizeof(OqLabelsChunk));
	g_array_set_clear_func(chunks, clear_chunk);
	if (labels->kind != OQ_LABELS_WAV || labels->tags == NULL)
		return chunks;
	labels->has_chunks = TRUE;
	const OqLabelsChunk before[] = {
		{"bext", make_content(labels, oq_bext_add)},
		{"cart", make_content(labels, oq_cart_add)},
	};
	return g_array_append_vals(chunks, before, G_N_ELEMENTS(before));
}

/* Even, since some readers leave out the byte that makes a chunk so. */
static void
add_xml(OqChunks *chunks, const char *name, char *xml)
{
	guint place = oq_chunks_begin(chunks, name);
	oq_chunks_add_text(chunks, xml);
	if (strlen(xml) % 2 != 0)
		oq_chunks_add_text(chunks, "\n");
	oq_chunks_end(chunks, place);
	g_free(xml);
}

static void
add_id3(OqChunks *chunks, const char *name, const OqLabels *labels, guint rate_hz)
{
	g_autoptr(GByteArray) id3 = oq_id3_make(labels->tags, rate_hz);
	guint place = oq_chunks_begin(chunks, name);
	oq_chunks_add_bytes(chunks, id3->data, id3->len, 2);
	oq_chunks_end(chunks, place);
}

static void
add_content(OqChunks *chunks, const char *name, const OqLabels *labels, AddContent add)
{
	g_autoptr(GByteArray) content = make_content(labels, add);
	guint place = oq_chunks_begin(chunks, name);
	oq_chunks_add_bytes(chunks, content->data, content->len, 1);
	oq_chunks_end(chunks, place);
}

static void
add_wav(const OqLabels *labels, OqChunks *chunks)
{
	oq_cues_add_wav(labels->cues, chunks);
	if (labels->tags == NULL)
		return;
	if (!labels->has_chunks) {
		add_content(chunks, "bext", labels, oq_bext_add);
		add_content(chunks, "cart", labels, oq_cart_add);
	}
	oq_info_add_wav(chunks, labels->tags);
	add_id3(chunks, "id3 ", labels, 0); /* the cues are its chapters */
	add_xml(chunks, "iXML", oq_xml_ixml(labels->tags, &labels->sound));
	add_xml(chunks, "rdxl", oq_xml_rdxl(labels->tags, &labels->sound));
}

static gboolean
replace(const OqLabels *labels, int fd, const char *name, AddContent add)
{
	g_autoptr(GByteArray) content = make_content(labels, add);
	return oq_chunks_replace(fd, name, content);
}

static gboolean
complete_wav(const OqLabels *labels, int fd)
{
	g_auto(OqChunks) chunks;
	oq_chunks_init(&chunks, FALSE);
	add_wav(labels, &chunks);
	if (labels->has_chunks && labels->tags != NULL &&
		(!replace(labels, fd, "bext", oq_bext_add) ||
			!replace(labels, fd, "cart", oq_cart_add)))
		return FALSE;
	return oq_chunks_append(&chunks, fd);
}

static guint64
count_bytes(const OqSound *sound)
{
	return sound->n_frames * sound->n_channels * sound->n_bits / 8;
}

static gboolean
complete_aiff(const OqLabels *labels, int fd)
{
	g_auto(OqChunks) chunks;
	oq_chunks_init(&chunks, TRUE);
	oq_cues_add_aiff(labels->cues, &chunks);
	if (labels->tags != NULL) {
		oq_info_add_aiff(&chunks, labels->tags);
		add_id3(&chunks, "ID3 ", labels, labels->sound.rate_hz);
	}
	return oq_aiff_fix_sound(fd, count_bytes(&labels->sound)) && oq_chunks_append(&chunks, fd);
}

static gboolean
complete_mp3(const OqLabels *labels, int fd)
{
	g_autoptr(GByteArray) id3 = oq_id3_make(labels->tags, labels->sound.rate_hz);
	return oq_room_make(fd, 0, id3->len) && oq_exact_write(fd, id3->data, id3->len, 0);
}

static gboolean
complete_comments(const OqLabels *labels, int fd)
{
	g_auto(OqComments) comments;
	oq_comments_init(&comments, labels->tags, labels->sound.rate_hz, MAX_COMMENTS);
	return labels->kind == OQ_LABELS_FLAC ? oq_comments_insert_flac(&comments, fd)
					      : oq_comments_insert_ogg(&comments, fd);
}

static void
mark_chapters(OqLabels *labels)
{
	for (guint i = 0; labels->tags != NULL && i < oq_tags_n_chapters(labels->tags); i++) {
		const OqChapter *chapter = oq_tags_chapter(labels->tags, i);
		guint64 end = MAX(chapter->frame, chapter->end_frame);
		oq_cues_add(labels->cues, chapter->frame, end - chapter->frame, chapter->title);
	}
}

gboolean
oq_labels_complete(OqLabels *labels, int fd, guint64 n_frames)
{
	labels->sound.n_frames = n_frames;
	mark_chapters(labels);
	if (labels->kind == OQ_LABELS_WAV)
		return complete_wav(labels, fd);
	if (labels->kind == OQ_LABELS_AIFF)
		return complete_aiff(labels, fd);
	if (labels->kind == OQ_LABELS_NONE || labels->tags == NULL)
		return TRUE;
	return labels->kind == OQ_LABELS_MP3 ? complete_mp3(labels, fd)
					     : complete_comments(labels, fd);
}
