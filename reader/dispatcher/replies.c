/* replies.c - see the header. */
#include "dispatcher/replies.h"

#include <errno.h>
#include <glib-unix.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

/* The two bytes that do not stand for themselves within a block: its end, and what is put before
 * them, which then have a bit turned over. */
#define BLOCK_END '\n'
#define ESCAPE    0x7d
#define TURNED    0x20

#define FLOOD_BYTES (1u << 20)

struct _OqReplies {
	int fd;
	OqRepliesRoom room;
	gpointer data;
	GByteArray *waiting;
	gsize n_out; /* bytes of it that are out */
	guint watch; /* source id; 0: none */
	gboolean is_broken;
};

OqReplies *
oq_replies_new(int fd, OqRepliesRoom room, gpointer data)
{
	OqReplies *replies = g_new0(OqReplies, 1);

	replies->fd = fd;
	replies->room = room;
	replies->data = data;
	replies->waiting = g_byte_array_new();
	g_unix_set_fd_nonblocking(fd, TRUE, NULL);
	return replies;
}

void
oq_replies_free(OqReplies *replies)
{
	if (replies == NULL)
		return;
	if (replies->watch != 0)
		g_source_remove(replies->watch);
	g_byte_array_unref(replies->waiting);
	g_free(replies);
}

gboolean
oq_replies_has_room(const OqReplies *replies)
{
	return replies->waiting->len == 0 && !replies->is_broken;
}

gboolean
oq_replies_is_flooded(const OqReplies *replies)
{
	return replies->waiting->len > FLOOD_BYTES;
}

static void
drop(OqReplies *replies)
{
	g_byte_array_set_size(replies->waiting, 0);
	replies->n_out = 0;
}

/* Until it would wait. */
static void
write_some(OqReplies *replies)
{
	while (replies->n_out < replies->waiting->len) {
		gssize n = write(replies->fd, replies->waiting->data + replies->n_out,
			replies->waiting->len - replies->n_out);
		if (n < 0 && errno == EINTR)
			continue;
		replies->is_broken |= n < 0 && errno != EAGAIN;
		if (n < 0)
			break;
		replies->n_out += (gsize)n;
	}
	if (replies->is_broken || replies->n_out == replies->waiting->len)
		drop(replies);
}

static gboolean
on_writable(int fd G_GNUC_UNUSED, GIOCondition condition G_GNUC_UNUSED, gpointer data)
{
	OqReplies *replies = data;

	write_some(replies);
	if (replies->waiting->len > 0)
		return G_SOURCE_CONTINUE;
	replies->watch = 0;
	replies->room(replies->is_broken, replies->data);
	return G_SOURCE_REMOVE;
}

static void
send(OqReplies *replies)
{
	write_some(replies);
	if ((replies->waiting->len > 0 || replies->is_broken) && replies->watch == 0)
		replies->watch = g_unix_fd_add(replies->fd, G_IO_OUT, on_writable, replies);
}

static void
add(OqReplies *replies, gconstpointer bytes, gsize n_bytes)
{
	g_byte_array_append(replies->waiting, bytes, (guint)n_bytes);
}

static void
add_line(OqReplies *replies, const char *format, va_list arguments)
{
	g_autofree char *line = g_strdup_vprintf(format, arguments);

	add(replies, line, strlen(line));
	add(replies, "\n", 1);
}

void
oq_replies_line(OqReplies *replies, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	add_line(replies, format, arguments);
	va_end(arguments);
	send(replies);
}

static void
add_escaped(OqReplies *replies, const guint8 *bytes, gsize n_bytes)
{
	gsize start = 0;

	for (gsize i = 0; i < n_bytes; i++) {
		if (bytes[i] != BLOCK_END && bytes[i] != ESCAPE)
			continue;
		const guint8 escaped[] = {ESCAPE, bytes[i] ^ TURNED};
		add(replies, bytes + start, i - start);
		add(replies, escaped, sizeof escaped);
		start = i + 1;
	}
	add(replies, bytes + start, n_bytes - start);
}

void
oq_replies_sound(OqReplies *replies, const gint16 *samples, gsize n_frames, guint rate_hz)
{
	g_autofree gint16 *silence = samples == NULL ? g_new0(gint16, n_frames) : NULL;
	g_autofree char *head =
		g_strdup_printf("705-bits=16\n705-num_channels=1\n"
				"705-sample_rate=%u\n705-num_samples=%" G_GSIZE_FORMAT
				"\n705-big_endian=%d\n705-AUDIO",
			rate_hz, n_frames, G_BYTE_ORDER == G_BIG_ENDIAN);

	add(replies, head, strlen(head) + 1);
	add_escaped(replies, (const guint8 *)(samples != NULL ? samples : silence),
		n_frames * sizeof(gint16));
	add(replies, "\n705 AUDIO\n", 11);
	send(replies);
}

void
oq_replies_flush(OqReplies *replies, guint limit_ms)
{
	gint64 end_us = g_get_monotonic_time() + (gint64)limit_ms * 1000;

	while (replies->waiting->len > 0) {
		struct pollfd file = {replies->fd, POLLOUT, 0};
		gint64 left_ms = (end_us - g_get_monotonic_time()) / 1000;
		if (left_ms <= 0 || poll(&file, 1, (int)left_ms) == 0)
			return;
		write_some(replies);
	}
}
