/* aiff.c - see the header. */
#include "audio/labels/aiff.h"

#include <string.h>

#include "base/files/exact.h"

enum {
	NAME_SIZE = 4,
	HEADER_SIZE = 8,     /* name and size */
	FIRST_AT = 12,       /* behind the file's own header and kind */
	SOUND_HEAD_SIZE = 8, /* offset and block size, in the chunk, before the sound */
};

gboolean
oq_aiff_fix_sound(int fd, guint64 n_bytes)
{
	for (guint64 at = FIRST_AT;;) {
		guint8 header[HEADER_SIZE];
		guint32 size;
		if (!oq_exact_read(fd, header, sizeof header, at))
			return FALSE;
		memcpy(&size, header + NAME_SIZE, sizeof size);
		size = GUINT32_FROM_BE(size);
		if (memcmp(header, "SSND", NAME_SIZE) == 0) {
			guint32 right = GUINT32_TO_BE((guint32)(SOUND_HEAD_SIZE + n_bytes));
			gboolean is_longer = size == SOUND_HEAD_SIZE + n_bytes + 1;
			return !is_longer ||
			       oq_exact_write(fd, &right, sizeof right, at + NAME_SIZE);
		}
		at += HEADER_SIZE + (guint64)size + size % 2;
	}
}
