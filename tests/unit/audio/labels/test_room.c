#include "audio/labels/room.h"

#include "nameless.h"

#include <errno.h>
#include <string.h>

static void
check(gsize n_bytes, gsize at, gsize n_room)
{
	g_autofree guint8 *bytes = g_malloc(n_bytes + n_room);
	for (gsize i = 0; i < n_bytes; i++)
		bytes[i] = (guint8)(i * 31 >> 3);
	int fd = nameless_new(bytes, n_bytes);
	g_assert_true(oq_room_make(fd, at, n_room));
	memmove(bytes + at + n_room, bytes + at, n_bytes - at);
	memset(bytes + at, '.', n_room);
	g_autofree guint8 *room = g_memdup2(bytes + at, n_room);
	g_assert_cmpint(pwrite(fd, room, n_room, (off_t)at), ==, (gssize)n_room);
	nameless_assert(fd, bytes, n_bytes + n_room);
	close(fd);
}

static void
test_moves(void)
{
	check(10, 0, 3);
	check(10, 4, 30);
	check(10, 10, 3);
	check((1 << 20) * 2 + 5, 7, 100);
	check((1 << 20) + 7, 7, (1 << 20) + 1);
}

static void
test_failures(void)
{
	g_assert_false(oq_room_make(-1, 0, 1));
	g_assert_cmpint(errno, ==, EBADF);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/room/moves", test_moves);
	g_test_add_func("/room/failures", test_failures);
	return g_test_run();
}
