/* cues.c - see the header. */
#include "audio/labels/cues.h"

#include <string.h>

enum { MAX_AIFF_NAME = 255 };

typedef struct {
	guint32 frame;
	guint32 n_frames;
	char *label;
} Cue;

struct _OqCues {
	GArray *list; /* of Cue */
};

static void
clear_cue(gpointer data)
{
	g_free(((Cue *)data)->label);
}

OqCues *
oq_cues_new(void)
{
	OqCues *cues = g_new0(OqCues, 1);
	cues->list = g_array_new(FALSE, FALSE, sizeof(Cue));
	g_array_set_clear_func(cues->list, clear_cue);
	return cues;
}

void
oq_cues_free(OqCues *cues)
{
	if (cues == NULL)
		return;
	g_array_unref(cues->list);
	g_free(cues);
}

void
oq_cues_add(OqCues *cues, guint64 frame, guint64 n_frames, const char *label)
{
	if (frame > G_MAXUINT32)
		return;
	Cue cue = {(guint32)frame, (guint32)MIN(n_frames, G_MAXUINT32), g_strdup(label)};
	g_array_append_val(cues->list, cue);
}

static void
add_places(const OqCues *cues, OqChunks *chunks)
{
	guint place = oq_chunks_begin(chunks, "cue ");
	oq_chunks_add32(chunks, cues->list->len);
	for (guint i = 0; i < cues->list->len; i++) {
		guint32 frame = g_array_index(cues->list, Cue, i).frame;
		oq_chunks_add32(chunks, i + 1);
		oq_chunks_add32(chunks, frame);
		oq_chunks_add_text(chunks, "data");
		oq_chunks_add32(chunks, 0);
		oq_chunks_add32(chunks, 0);
		oq_chunks_add32(chunks, frame);
	}
	oq_chunks_end(chunks, place);
}

static void
add_label(const Cue *cue, guint number, OqChunks *chunks)
{
	guint place = oq_chunks_begin(chunks, "labl");
	oq_chunks_add32(chunks, number);
	oq_chunks_add_field(chunks, cue->label, strlen(cue->label) + 1);
	oq_chunks_end(chunks, place);
}

/* What it is for, then country, language, dialect and code page: none. */
static void
add_length(const Cue *cue, guint number, OqChunks *chunks)
{
	if (cue->n_frames == 0)
		return;
	guint place = oq_chunks_begin(chunks, "ltxt");
	oq_chunks_add32(chunks, number);
	oq_chunks_add32(chunks, cue->n_frames);
	oq_chunks_add_text(chunks, "rgn ");
	oq_chunks_add64(chunks, 0);
	oq_chunks_end(chunks, place);
}

void
oq_cues_add_wav(const OqCues *cues, OqChunks *chunks)
{
	if (cues->list->len == 0)
		return;
	add_places(cues, chunks);
	guint place = oq_chunks_begin(chunks, "LIST");
	oq_chunks_add_text(chunks, "adtl");
	for (guint i = 0; i < cues->list->len; i++)
		add_label(&g_array_index(cues->list, Cue, i), i + 1, chunks);
	/* Some readers stop at the first of these. */
	for (guint i = 0; i < cues->list->len; i++)
		add_length(&g_array_index(cues->list, Cue, i), i + 1, chunks);
	oq_chunks_end(chunks, place);
}

/* A byte that tells its length is before it, and together they are even. */
static void
add_pascal(const char *text, OqChunks *chunks)
{
	guint8 bytes[1 + MAX_AIFF_NAME];
	gsize n_bytes = strlen(text);
	if (n_bytes > MAX_AIFF_NAME)
		n_bytes = (gsize)(g_utf8_find_prev_char(text, text + MAX_AIFF_NAME + 1) - text);
	bytes[0] = (guint8)n_bytes;
	memcpy(bytes + 1, text, n_bytes);
	oq_chunks_add_bytes(chunks, bytes, 1 + n_bytes, 2);
}

void
oq_cues_add_aiff(const OqCues *cues, OqChunks *chunks)
{
	guint n_marks = MIN(cues->list->len, G_MAXUINT16);
	if (n_marks == 0)
		return;
	guint place = oq_chunks_begin(chunks, "MARK");
	oq_chunks_add16(chunks, (guint16)n_marks);
	for (guint i = 0; i < n_marks; i++) {
		const Cue *cue = &g_array_index(cues->list, Cue, i);
		oq_chunks_add16(chunks, (guint16)(i + 1));
		oq_chunks_add32(chunks, cue->frame);
		add_pascal(cue->label, chunks);
	}
	oq_chunks_end(chunks, place);
}
