/* spool.c - see the header. */
#include "audio/files/spool.h"

#include "audio/chain/samples.h"
#include "base/files/beside.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum { BLOCK_FRAMES = 16384 };

/** Where a block lies in the file; the last one may be shorter. */
typedef struct {
	guint64 offset : 63;
	guint64 is_float : 1;
} Block;

struct _OqSpool {
	char *folder;
	int fd;
	guint rate_hz;
	guint n_channels;
	OqSpoolTap tap; /* (nullable) */
	gpointer tap_data;
	guint64 n_frames;
	guint64 n_bytes; /* of the file */
	GArray *blocks;  /* of Block: those that lie there */
	gfloat *frames; /* of one block: the one that is written, then the one that was read last */
	gint16 *whole;  /* the same in 16 bits */
	guint64 at;     /* the block that @frames hold, when it is read */
};

typedef struct {
	OqSink sink;
	OqSpool *spool;
} SpoolSink;

static gboolean
fail(const OqSpool *spool, int code, GError **error)
{
	oq_beside_set_error(error, spool->folder, code);
	return FALSE;
}

/* Where the file system knows no files without a name, it has one for a moment. */
static int
open_named(const char *folder)
{
	int fd;
	do {
		g_autofree char *name = g_strdup_printf(".oqyrman-%08x.part", g_random_int());
		g_autofree char *path = g_build_filename(folder, name, NULL);
		fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
		if (fd >= 0)
			unlink(path);
	} while (fd < 0 && errno == EEXIST);
	return fd;
}

OqSpool *
oq_spool_new(const char *folder, guint rate_hz, guint n_channels, GError **error)
{
	OqSpool *spool = g_new0(OqSpool, 1);
	spool->folder = g_strdup(folder != NULL ? folder : g_get_tmp_dir());
	spool->rate_hz = rate_hz;
	spool->n_channels = n_channels;
	spool->blocks = g_array_new(FALSE, FALSE, sizeof(Block));
	spool->frames = g_new(gfloat, (gsize)BLOCK_FRAMES * n_channels);
	spool->whole = g_new(gint16, (gsize)BLOCK_FRAMES * n_channels);
	spool->at = G_MAXUINT64;
	spool->fd = open(spool->folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	if (spool->fd < 0)
		spool->fd = open_named(spool->folder);
	if (spool->fd >= 0)
		return spool;
	fail(spool, errno, error);
	oq_spool_free(spool);
	return NULL;
}

void
oq_spool_free(OqSpool *spool)
{
	if (spool == NULL)
		return;
	if (spool->fd >= 0)
		close(spool->fd);
	g_array_unref(spool->blocks);
	g_free(spool->frames);
	g_free(spool->whole);
	g_free(spool->folder);
	g_free(spool);
}

guint
oq_spool_rate_hz(const OqSpool *spool)
{
	return spool->rate_hz;
}

guint
oq_spool_n_channels(const OqSpool *spool)
{
	return spool->n_channels;
}

void
oq_spool_on_frames(OqSpool *spool, OqSpoolTap tap, gpointer data)
{
	spool->tap = tap;
	spool->tap_data = data;
}

guint64
oq_spool_n_frames(const OqSpool *spool)
{
	return spool->n_frames;
}

/* Of the block at the end of those written. */
static gsize
n_in_block(const OqSpool *spool)
{
	return spool->n_frames - (guint64)spool->blocks->len * BLOCK_FRAMES;
}

static gboolean
put(OqSpool *spool, const void *bytes, gsize n_bytes, GError **error)
{
	for (gsize n_done = 0; n_done < n_bytes;) {
		gssize n = pwrite(spool->fd, (const char *)bytes + n_done, n_bytes - n_done,
			(off_t)spool->n_bytes);
		if (n < 0 && errno != EINTR)
			return fail(spool, errno, error);
		n_done += (gsize)MAX(n, 0);
		spool->n_bytes += (guint64)MAX(n, 0);
	}
	return TRUE;
}

/* Whether nothing is lost in 16 bits. */
static gboolean
is_whole(OqSpool *spool, gsize n_samples)
{
	oq_samples_to_16(spool->frames, n_samples, spool->whole);
	return oq_samples_are_16(spool->frames, n_samples, spool->whole);
}

/* @n_frames: not 0 */
static gboolean
put_block(OqSpool *spool, gsize n_frames, GError **error)
{
	gsize n_samples = n_frames * spool->n_channels;
	const Block block = {spool->n_bytes, !is_whole(spool, n_samples)};
	g_array_append_val(spool->blocks, block);
	return block.is_float ? put(spool, spool->frames, n_samples * sizeof(gfloat), error)
			      : put(spool, spool->whole, n_samples * sizeof(gint16), error);
}

static gboolean
write_frames(OqSink *sink, const gfloat *frames, gsize n_frames, GCancellable *stop, GError **error)
{
	OqSpool *spool = ((SpoolSink *)sink)->spool;
	(void)stop;
	if (spool->tap != NULL)
		spool->tap(frames, n_frames, spool->tap_data);
	for (gsize n; n_frames > 0; n_frames -= n, frames += n * spool->n_channels) {
		gsize n_before = n_in_block(spool);
		n = MIN(n_frames, BLOCK_FRAMES - n_before);
		memcpy(spool->frames + n_before * spool->n_channels, frames,
			n * spool->n_channels * sizeof *frames);
		spool->n_frames += n;
		if (n_before + n == BLOCK_FRAMES && !put_block(spool, BLOCK_FRAMES, error))
			return FALSE;
	}
	return TRUE;
}

static gboolean
finish(OqSink *sink, GCancellable *stop, GError **error)
{
	OqSpool *spool = ((SpoolSink *)sink)->spool;
	gsize n = n_in_block(spool);
	(void)stop;
	return n == 0 || put_block(spool, n, error);
}

static void
free_sink(OqSink *sink)
{
	g_free(sink);
}

static const OqSinkClass spool_class = {.write = write_frames, .finish = finish, .free = free_sink};

OqSink *
oq_spool_sink(OqSpool *spool)
{
	SpoolSink *self = g_new0(SpoolSink, 1);
	self->sink = (OqSink){&spool_class, spool->rate_hz, spool->n_channels};
	self->spool = spool;
	return &self->sink;
}

static gboolean
get(const OqSpool *spool, guint64 offset, void *bytes, gsize n_bytes, GError **error)
{
	for (gsize n_done = 0; n_done < n_bytes;) {
		gssize n = pread(spool->fd, (char *)bytes + n_done, n_bytes - n_done,
			(off_t)(offset + n_done));
		if (n == 0 || (n < 0 && errno != EINTR))
			return fail(spool, n == 0 ? EIO : errno, error);
		n_done += (gsize)MAX(n, 0);
	}
	return TRUE;
}

static gboolean
get_block(OqSpool *spool, guint64 at, GError **error)
{
	const Block *block = &g_array_index(spool->blocks, Block, at);
	gsize n = MIN(BLOCK_FRAMES, spool->n_frames - at * BLOCK_FRAMES) * spool->n_channels;
	if (spool->at == at)
		return TRUE;
	spool->at = G_MAXUINT64;
	if (block->is_float && !get(spool, block->offset, spool->frames, n * sizeof(gfloat), error))
		return FALSE;
	if (!block->is_float) {
		if (!get(spool, block->offset, spool->whole, n * sizeof(gint16), error))
			return FALSE;
		oq_samples_to_float(spool->whole, n, spool->frames);
	}
	spool->at = at;
	return TRUE;
}

gsize
oq_spool_read(OqSpool *spool, guint64 frame, gfloat *frames, gsize n_frames, GError **error)
{
	gsize n_read = 0;
	n_frames = frame < spool->n_frames ? MIN(n_frames, spool->n_frames - frame) : 0;
	for (gsize n; n_read < n_frames; n_read += n) {
		gsize skipped = (frame + n_read) % BLOCK_FRAMES;
		n = MIN(n_frames - n_read, BLOCK_FRAMES - skipped);
		if (!get_block(spool, (frame + n_read) / BLOCK_FRAMES, error))
			return 0;
		memcpy(frames + n_read * spool->n_channels,
			spool->frames + skipped * spool->n_channels,
			n * spool->n_channels * sizeof *frames);
	}
	return n_read;
}
