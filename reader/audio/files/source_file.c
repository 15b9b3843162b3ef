/* source_file.c - see the header. */
#include "audio/files/source_file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <math.h>
#include <sndfile.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "audio/files/backing.h"
#include "base/files/exact.h"
#include "base/reason.h"

/* From here on a length of 32 bits is a mark that there is none. */
#define NO_LENGTH 0x7fff0000

struct _OqSourceFile {
	char *name; /* as it is shown */
	OqBacking backing;
	SNDFILE *file;
	SF_INFO info;
	guint64 n_bytes; /* of the file */
	guint64 n_read;  /* frames */
};

static const SF_VIRTUAL_IO access_functions = {
	.get_filelen = oq_backing_length,
	.seek = oq_backing_seek,
	.read = oq_backing_read,
	.write = oq_backing_write,
	.tell = oq_backing_tell,
};

static gboolean G_GNUC_PRINTF(3, 4)
	refuse(const OqSourceFile *source, GError **error, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	g_autofree char *why = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	g_set_error(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_SOURCE, "%s: %s", source->name, why);
	return FALSE;
}

static gboolean
refuse_cut(const OqSourceFile *source, GError **error)
{
	return refuse(source, error,
		_("the audio file is damaged, or its end is missing; copy it again"));
}

/* What is no plain file might block, or never end. */
static gboolean
open_bytes(OqSourceFile *source, const char *path, GError **error)
{
	struct stat status;

	source->backing.fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (source->backing.fd < 0 || fstat(source->backing.fd, &status) != 0)
		return refuse(
			source, error, _("the audio file cannot be read: %s"), oq_reason(errno));
	if (!S_ISREG(status.st_mode))
		return refuse(
			source, error, _("is no audio file but a folder, a pipe or a device"));
	source->n_bytes = (guint64)status.st_size;
	return source->n_bytes > 0 || refuse(source, error, _("the audio file is empty"));
}

/* Whether the head of a WAV or AIFF tells of more bytes than there are. What was written into a
 * pipe has a length there that is none. */
static gboolean
is_cut(const OqSourceFile *source)
{
	guint8 head[8];
	guint64 n_bytes = 0;

	if (!oq_exact_read(source->backing.fd, head, sizeof head, 0))
		return FALSE;
	if (memcmp(head, "RIFF", 4) == 0)
		n_bytes = (guint32)head[7] << 24 | head[6] << 16 | head[5] << 8 | head[4];
	else if (memcmp(head, "FORM", 4) == 0)
		n_bytes = (guint32)head[4] << 24 | head[5] << 16 | head[6] << 8 | head[7];
	return n_bytes < NO_LENGTH && n_bytes > source->n_bytes;
}

static gboolean
check_shape(const OqSourceFile *source, GError **error)
{
	const SF_INFO *info = &source->info;

	if (info->channels < 1 || info->channels > OQ_SOURCE_MAX_CHANNELS)
		return refuse(source, error, _("the audio file has %d channels; %d are possible"),
			info->channels, OQ_SOURCE_MAX_CHANNELS);
	if (info->samplerate < OQ_SOURCE_MIN_RATE_HZ || info->samplerate > OQ_SOURCE_MAX_RATE_HZ)
		return refuse(source, error,
			_("the audio file has %d Hz; from %d to %d are possible"), info->samplerate,
			OQ_SOURCE_MIN_RATE_HZ, OQ_SOURCE_MAX_RATE_HZ);
	return TRUE;
}

static gboolean
open_sound(OqSourceFile *source, GError **error)
{
	SF_VIRTUAL_IO functions = access_functions;

	source->file = sf_open_virtual(&functions, SFM_READ, &source->info, &source->backing);
	if (source->backing.failure != 0)
		return refuse(source, error, _("the audio file cannot be read: %s"),
			oq_reason(source->backing.failure));
	if (is_cut(source))
		return refuse_cut(source, error);
	if (source->file == NULL)
		return refuse(source, error,
			_("is no audio file that can be read; give a WAV, FLAC, Ogg, Opus, MP3 or "
			  "AIFF file"));
	return check_shape(source, error);
}

OqSourceFile *
oq_source_file_new(const char *path, GError **error)
{
	g_autoptr(OqSourceFile) source = g_new0(OqSourceFile, 1);

	source->name = g_filename_display_name(path);
	source->backing.fd = -1;
	return open_bytes(source, path, error) && open_sound(source, error)
		       ? g_steal_pointer(&source)
		       : NULL;
}

void
oq_source_file_free(OqSourceFile *source)
{
	if (source == NULL)
		return;
	if (source->file != NULL)
		sf_close(source->file);
	if (source->backing.fd >= 0)
		close(source->backing.fd);
	g_free(source->name);
	g_free(source);
}

guint
oq_source_file_rate_hz(const OqSourceFile *source)
{
	return (guint)source->info.samplerate;
}

guint
oq_source_file_n_channels(const OqSourceFile *source)
{
	return (guint)source->info.channels;
}

static void
make_sound(gfloat *samples, gsize n_samples)
{
	for (gsize i = 0; i < n_samples; i++)
		samples[i] = isfinite(samples[i])
				     ? CLAMP(samples[i], -OQ_SOURCE_MAX_LEVEL, OQ_SOURCE_MAX_LEVEL)
				     : 0;
}

/* Others than a FLAC have no count of frames to be relied on. */
static gboolean
ends_early(const OqSourceFile *source)
{
	gboolean is_flac = (source->info.format & SF_FORMAT_TYPEMASK) == SF_FORMAT_FLAC;

	return sf_error(source->file) != SF_ERR_NO_ERROR ||
	       (is_flac && source->n_read < (guint64)source->info.frames);
}

gssize
oq_source_file_read(OqSourceFile *source, gfloat *frames, gsize n_frames, GError **error)
{
	sf_count_t n = sf_readf_float(source->file, frames, (sf_count_t)n_frames);

	if (source->backing.failure != 0) {
		refuse(source, error, _("the audio file cannot be read: %s"),
			oq_reason(source->backing.failure));
		return -1;
	}
	if (n <= 0 && ends_early(source)) {
		refuse_cut(source, error);
		return -1;
	}
	n = MAX(n, 0);
	source->n_read += (guint64)n;
	make_sound(frames, (gsize)n * oq_source_file_n_channels(source));
	return (gssize)n;
}
