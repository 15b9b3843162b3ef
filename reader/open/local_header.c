/* local_header.c - see the header. */
#include "open/local_header.h"

#include <string.h>

enum {
	HEADER_BYTES = 30, /* without a name and what else is behind it */
	LOOK_BACK_BYTES = 1024,
	DEFLATED = 8,
	SIZE_IS_BEHIND = 1 << 3, /* of the flags */
};

/* Where each field is. */
enum { FLAGS = 6, METHOD = 8, PACKED = 18, UNPACKED = 22, NAME = 26, EXTRA = 28 };

static guint
number16(const guint8 *bytes)
{
	return bytes[0] | (guint)bytes[1] << 8;
}

static guint
number32(const guint8 *bytes)
{
	return number16(bytes) | number16(bytes + 2) << 16;
}

/* Whoever comes to the member from here learns where it ends. */
static gboolean
tells_its_end(const guint8 *header, guint64 n_bytes)
{
	if ((number16(header + FLAGS) & SIZE_IS_BEHIND) != 0)
		return number16(header + METHOD) == DEFLATED;
	return number32(header + UNPACKED) == n_bytes &&
	       (n_bytes == 0 || number32(header + PACKED) > 0);
}

gboolean
oq_local_header_find(const OqOpenJob *job, guint64 data, guint64 n_bytes, guint64 *start)
{
	static const guint8 mark[] = {'P', 'K', 3, 4};
	guint8 bytes[LOOK_BACK_BYTES];
	gsize n = (gsize)MIN(data, LOOK_BACK_BYTES);
	if (oq_loader_read(job, data - n, bytes, n, NULL) != (gssize)n)
		return FALSE;
	for (gsize length = HEADER_BYTES; length <= n; length++) {
		const guint8 *header = bytes + n - length;
		if (memcmp(header, mark, sizeof mark) != 0 ||
			HEADER_BYTES + number16(header + NAME) + number16(header + EXTRA) != length)
			continue;
		*start = data - length;
		return tells_its_end(header, n_bytes);
	}
	return FALSE;
}
