/* cues.c - see the header. */
#include "audio/files/cues.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	RIFF_SIZE_AT = 4,
	RF64_SIZE_AT = 20, /* in the ds64 chunk, which is the first one */
	NOT_COUNTED = 8,   /* the name and the size of the whole */
};

/* The two chunks grow side by side. Their sizes are written when all is known. */
struct _OqCues {
	guint32 n_cues;
	GByteArray *places; /* 24 bytes each */
	GByteArray *labels;
};

OqCues *
oq_cues_new(void)
{
	OqCues *cues = g_new0(OqCues, 1);
	cues->places = g_byte_array_new();
	cues->labels = g_byte_array_new();
	return cues;
}

void
oq_cues_free(OqCues *cues)
{
	if (cues == NULL)
		return;
	g_byte_array_unref(cues->places);
	g_byte_array_unref(cues->labels);
	g_free(cues);
}

static void
append32(GByteArray *bytes, guint32 value)
{
	value = GUINT32_TO_LE(value);
	g_byte_array_append(bytes, (const guint8 *)&value, sizeof value);
}

static void
append_name(GByteArray *bytes, const char *name)
{
	g_byte_array_append(bytes, (const guint8 *)name, 4);
}

void
oq_cues_add(OqCues *cues, guint64 frame, const char *label)
{
	gsize size = strlen(label) + 1;
	if (frame > G_MAXUINT32)
		return;
	cues->n_cues++;
	append32(cues->places, cues->n_cues);
	append32(cues->places, (guint32)frame);
	append_name(cues->places, "data");
	append32(cues->places, 0);
	append32(cues->places, 0);
	append32(cues->places, (guint32)frame);
	append_name(cues->labels, "labl");
	append32(cues->labels, (guint32)(sizeof cues->n_cues + size));
	append32(cues->labels, cues->n_cues);
	g_byte_array_append(cues->labels, (const guint8 *)label, (guint)size);
	if (size % 2 != 0)
		g_byte_array_append(cues->labels, (const guint8 *)"", 1);
}

static GByteArray *
make_chunks(const OqCues *cues)
{
	GByteArray *bytes = g_byte_array_new();
	append_name(bytes, "cue ");
	append32(bytes, (guint32)sizeof cues->n_cues + cues->places->len);
	append32(bytes, cues->n_cues);
	g_byte_array_append(bytes, cues->places->data, cues->places->len);
	append_name(bytes, "LIST");
	append32(bytes, 4 + cues->labels->len);
	append_name(bytes, "adtl");
	return g_byte_array_append(bytes, cues->labels->data, cues->labels->len);
}

static gboolean
put(int fd, const void *bytes, gsize n_bytes, off_t offset)
{
	errno = EIO; /* of a short write */
	return pwrite(fd, bytes, n_bytes, offset) == (gssize)n_bytes;
}

static gboolean
put_size(int fd, gboolean is_wide, guint64 size)
{
	guint32 narrow = GUINT32_TO_LE((guint32)size);
	guint64 wide = GUINT64_TO_LE(size);
	return is_wide ? put(fd, &wide, sizeof wide, RF64_SIZE_AT)
		       : put(fd, &narrow, sizeof narrow, RIFF_SIZE_AT);
}

gboolean
oq_cues_append(const OqCues *cues, int fd)
{
	char name[4];
	struct stat info;
	if (cues->n_cues == 0)
		return TRUE;
	errno = EIO; /* of a short read */
	if (fstat(fd, &info) != 0 || pread(fd, name, sizeof name, 0) != sizeof name)
		return FALSE;
	g_autoptr(GByteArray) bytes = make_chunks(cues);
	off_t end = info.st_size + info.st_size % 2; /* chunks begin at even places */
	guint64 size = (guint64)end + bytes->len - NOT_COUNTED;
	gboolean is_wide = memcmp(name, "RF64", sizeof name) == 0;
	if (!is_wide && size > G_MAXUINT32)
		return TRUE; /* the sound has taken all the room that a RIFF file has */
	return put(fd, bytes->data, bytes->len, end) && put_size(fd, is_wide, size);
}
