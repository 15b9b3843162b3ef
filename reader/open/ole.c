/* ole.c - see the header. */
#include "open/ole.h"

#include "document/sniff.h"

#include <string.h>

enum {
	HEAD_BYTES = 52,
	AT_SHIFT = 30,     /* two bytes: a sector is 1 << so many bytes */
	AT_DIRECTORY = 48, /* four bytes: the number of its first sector */
	MAX_SHIFT = 12,
	DIRECTORY_BYTES = 4096,
};

/* In UTF-16LE, without the last NUL, and in small letters: names are the same in any case. */
static const char stream[] = "e\0n\0c\0r\0y\0p\0t\0e\0d\0p\0a\0c\0k\0a\0g\0e";

static guint64
number_at(const guint8 *bytes, guint n_bytes)
{
	guint64 number = 0;
	while (n_bytes-- > 0)
		number = number << 8 | bytes[n_bytes];
	return number;
}

gboolean
oq_ole_is_locked(const OqOpenJob *job)
{
	guint8 head[HEAD_BYTES], directory[DIRECTORY_BYTES];
	if (oq_loader_read(job, 0, head, sizeof head, NULL) < (gssize)sizeof head ||
		!oq_sniff_is_ole((const char *)head, sizeof head))
		return FALSE;
	guint64 shift = MIN(number_at(head + AT_SHIFT, 2), MAX_SHIFT);
	guint64 offset = (number_at(head + AT_DIRECTORY, 4) + 1) << shift;
	gssize n = oq_loader_read(job, offset, directory, sizeof directory, NULL);
	for (gssize i = 0; i < n; i++)
		directory[i] = (guint8)g_ascii_tolower((char)directory[i]);
	return n > 0 && memmem(directory, (gsize)n, stream, sizeof stream) != NULL;
}
