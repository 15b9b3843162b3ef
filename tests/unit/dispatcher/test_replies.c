#include "dispatcher/replies.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

typedef struct {
	guint n_rooms;
	gboolean is_broken;
} Told;

static void
on_room(gboolean is_broken, gpointer data)
{
	Told *told = data;
	told->n_rooms++;
	told->is_broken = is_broken;
}

static GString *
read_all(int fd)
{
	GString *all = g_string_new(NULL);
	char bytes[65536];
	gssize n = read(fd, bytes, sizeof bytes);
	if (n > 0)
		g_string_append_len(all, bytes, n);
	return all;
}

static void
test_block(void)
{
	static const gint16 samples[] = {0x0a41, 0x7d7d, 1};
	static const char expected[] =
		"705-bits=16\n705-num_channels=1\n705-sample_rate=8000\n705-num_samples=3\n"
		"705-big_endian=0\n705-AUDIO\0A}*}]}]\1\0\n705 AUDIO\n702 END\n";
	int ends[2];
	Told told = {0};
	g_unix_open_pipe(ends, FD_CLOEXEC, NULL);
	OqReplies *replies = oq_replies_new(ends[1], on_room, &told);
	oq_replies_sound(replies, samples, 3, 8000);
	oq_replies_line(replies, "%d END", 702);
	g_autoptr(GString) all = read_all(ends[0]);
	g_assert_cmpmem(all->str, all->len, expected, sizeof expected - 1);
	g_assert_true(oq_replies_has_room(replies));
	oq_replies_free(replies);
	close(ends[0]);
	close(ends[1]);
}

/* What does not go out waits, in order, and whoever writes does not. */
static void
test_full(void)
{
	int ends[2];
	Told told = {0};
	gsize n_bytes = 0;
	g_unix_open_pipe(ends, FD_CLOEXEC, NULL);
	OqReplies *replies = oq_replies_new(ends[1], on_room, &told);
	for (guint i = 0; i < 20; i++)
		oq_replies_sound(replies, NULL, 10000, 8000);
	g_assert_false(oq_replies_has_room(replies));
	oq_replies_line(replies, "703 STOP");
	g_autoptr(GString) last = NULL;
	while (told.n_rooms == 0) {
		if (last != NULL)
			g_string_free(last, TRUE);
		last = read_all(ends[0]);
		n_bytes += last->len;
		g_main_context_iteration(NULL, TRUE);
	}
	g_autoptr(GString) rest = read_all(ends[0]);
	g_string_append_len(last, rest->str, (gssize)rest->len);
	g_assert_true(g_str_has_suffix(last->str + last->len - 9, "703 STOP\n"));
	g_assert_cmpuint(n_bytes + rest->len, >, 20 * 20000);
	g_assert_false(told.is_broken);
	oq_replies_free(replies);
	close(ends[0]);
	close(ends[1]);
}

static void
test_broken(void)
{
	int ends[2];
	Told told = {0};
	g_unix_open_pipe(ends, FD_CLOEXEC, NULL);
	OqReplies *replies = oq_replies_new(ends[1], on_room, &told);
	close(ends[0]);
	oq_replies_line(replies, "200 OK");
	while (told.n_rooms == 0)
		g_main_context_iteration(NULL, TRUE);
	g_assert_true(told.is_broken);
	oq_replies_line(replies, "200 OK");
	oq_replies_flush(replies, 10000);
	oq_replies_free(replies);
	close(ends[1]);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	signal(SIGPIPE, SIG_IGN);
	g_test_add_func("/replies/block", test_block);
	g_test_add_func("/replies/full", test_full);
	g_test_add_func("/replies/broken", test_broken);
	return g_test_run();
}
