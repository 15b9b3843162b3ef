#include "open/local_header.h"

#include "nameless.h"

#include <string.h>

enum { HEADER_BYTES = 30, BEFORE_BYTES = 100, ALL_BYTES = 2048 };

/** A header behind some bytes, with a name of three letters. */
typedef struct {
	guint8 flags, method, packed, unpacked, extra;
} Header;

static guint64
put(guint8 *file, const Header *header)
{
	guint8 *bytes = file + BEFORE_BYTES;
	memset(file, 'P', ALL_BYTES);
	memset(bytes, 0, HEADER_BYTES);
	memcpy(bytes, "PK\3\4", 4);
	bytes[6] = header->flags;
	bytes[8] = header->method;
	bytes[18] = header->packed;
	bytes[22] = header->unpacked;
	bytes[26] = 3;
	bytes[28] = header->extra;
	return BEFORE_BYTES + HEADER_BYTES + 3 + header->extra;
}

/* Whether it is found, and in the right place. */
static gboolean
finds(const guint8 *file, guint64 data, guint64 n_bytes)
{
	guint64 start = 0;
	int fd = nameless_new(file, ALL_BYTES);
	const OqOpenJob job = {.fd = fd, .n_bytes = ALL_BYTES, .extension = ""};
	gboolean is_found = oq_local_header_find(&job, data, n_bytes, &start);
	if (is_found)
		g_assert_cmpuint(start, ==, BEFORE_BYTES);
	close(fd);
	return is_found;
}

static void
test_found(void)
{
	guint8 file[ALL_BYTES];
	guint64 data = put(file, &(Header){.packed = 5, .unpacked = 9});
	g_assert_true(finds(file, data, 9));
	g_assert_false(finds(file, data + 1, 9));
	g_assert_false(finds(file, data - 1, 9));
	g_assert_false(finds(file, 0, 9));
	g_assert_false(finds(file, ALL_BYTES * 2, 9));
	data = put(file, &(Header){.packed = 5, .unpacked = 9, .extra = 200});
	memcpy(file + data - 50, "PK\3\4", 4); /* which is none */
	g_assert_true(finds(file, data, 9));
}

/* The list of members knows where they end; the header has to know it, too. */
static void
test_ends(void)
{
	guint8 file[ALL_BYTES];
	g_assert_false(finds(file, put(file, &(Header){.packed = 5, .unpacked = 8}), 9));
	g_assert_false(finds(file, put(file, &(Header){.unpacked = 9}), 9));
	g_assert_true(finds(file, put(file, &(Header){.flags = 8, .method = 8}), 9));
	g_assert_false(finds(file, put(file, &(Header){.flags = 8}), 9));
	g_assert_true(finds(file, put(file, &(Header){.flags = 0}), 0));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/local_header/found", test_found);
	g_test_add_func("/local_header/ends", test_ends);
	return g_test_run();
}
