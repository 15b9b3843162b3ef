#include "wav.h"
#include <string.h>

#define RIFF_HEADER_SIZE  12
#define CHUNK_HEADER_SIZE 8
#define RATE_OFFSET       4 /* in the chunk "fmt " */

static guint32
little_endian_32(const char *bytes)
{
	guint32 value;
	memcpy(&value, bytes, sizeof value);
	return GUINT32_FROM_LE(value);
}

/* A recorder that was interrupted may have left too large a size: the end of the file counts. */
static gboolean
find_chunk(const char *file, gsize size, const char *id, const char **chunk, gsize *chunk_size)
{
	for (gsize at = RIFF_HEADER_SIZE; at + CHUNK_HEADER_SIZE <= size;) {
		gsize length = little_endian_32(file + at + 4);
		gsize left = size - at - CHUNK_HEADER_SIZE;
		*chunk = file + at + CHUNK_HEADER_SIZE;
		*chunk_size = MIN(length, left);
		if (memcmp(file + at, id, 4) == 0)
			return TRUE;
		at += CHUNK_HEADER_SIZE + length + length % 2;
	}
	return FALSE;
}

void
wav_load(Wav *wav, const char *path)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *file = NULL;
	gsize size, format_size, data_size;
	const char *format, *data;
	if (!g_file_get_contents(path, &file, &size, &error))
		g_error("%s", error->message);
	if (size < RIFF_HEADER_SIZE || !find_chunk(file, size, "fmt ", &format, &format_size) ||
		!find_chunk(file, size, "data", &data, &data_size))
		g_error("%s is no WAV file", path);
	wav->rate_hz = little_endian_32(format + RATE_OFFSET);
	wav->samples = g_array_new(FALSE, FALSE, sizeof(gint16));
	g_array_append_vals(wav->samples, data, data_size / sizeof(gint16));
}

void
wav_clear(Wav *wav)
{
	g_clear_pointer(&wav->samples, g_array_unref);
}

void
wav_trim(Wav *wav)
{
	const gint16 *samples = (const gint16 *)(void *)wav->samples->data;
	guint first = 0, end = wav->samples->len;
	while (end > 0 && samples[end - 1] == 0)
		end--;
	while (first < end && samples[first] == 0)
		first++;
	g_array_set_size(wav->samples, end);
	g_array_remove_range(wav->samples, 0, first);
}
