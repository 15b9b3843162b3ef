/* ssip_case.h - for tests: one that answers as Speech Dispatcher does, and says nothing of a
 * message until it is told to. */
#pragma once

#include <gio/gio.h>
#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct {
	char *folder, *path;
	GSocket *door;         /* (nullable): NULL: it is dead, and its socket is left */
	GSocket *client;       /* (nullable): the last one */
	GString *heard;        /* of all clients … */
	gsize n_answered;      /* … bytes of it */
	const char *to_speech; /* how SPEAK is answered */
	guint n_clients;
	guint n_messages;
} SsipCase;

static inline void
ssip_case_set_up(SsipCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	*c = (SsipCase){.folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL),
		.heard = g_string_new(NULL),
		.to_speech = "230 OK RECEIVING DATA\r\n"};
	c->path = g_build_filename(c->folder, "socket", NULL);
	g_autoptr(GSocketAddress) address = g_unix_socket_address_new(c->path);
	c->door = g_socket_new(G_SOCKET_FAMILY_UNIX, G_SOCKET_TYPE_STREAM, 0, &error);
	g_assert_no_error(error);
	g_socket_set_blocking(c->door, FALSE);
	g_assert_true(g_socket_bind(c->door, address, FALSE, NULL));
	g_assert_true(g_socket_listen(c->door, NULL));
	g_autofree char *place = g_strconcat("unix_socket:", c->path, NULL);
	g_setenv("SPEECHD_ADDRESS", place, TRUE);
}

static inline void
ssip_case_tear_down(SsipCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_unsetenv("SPEECHD_ADDRESS");
	g_clear_object(&c->client);
	g_clear_object(&c->door);
	g_remove(c->path);
	g_rmdir(c->folder);
	g_string_free(c->heard, TRUE);
	g_free(c->path);
	g_free(c->folder);
}

static inline void
ssip_case_say(SsipCase *c, const char *lines)
{
	g_assert_cmpint(g_socket_send(c->client, lines, strlen(lines), NULL, NULL), ==,
		(gssize)strlen(lines));
}

static inline void
ssip_case_answer(SsipCase *c, const char *line)
{
	if (g_str_has_prefix(line, "SPEAK")) {
		ssip_case_say(c, c->to_speech);
	} else if (g_str_has_prefix(line, ".\r")) {
		c->n_messages++;
		ssip_case_say(c, "225-7\r\n225 OK MESSAGE QUEUED\r\n");
	} else if (g_str_has_prefix(line, "SET")) {
		ssip_case_say(c, "208 OK\r\n");
	}
}

static inline void
ssip_case_listen(SsipCase *c)
{
	char bytes[256];
	gssize n_bytes =
		g_socket_receive_with_blocking(c->client, bytes, sizeof bytes, FALSE, NULL, NULL);
	if (n_bytes == 0)
		g_clear_object(&c->client);
	if (n_bytes <= 0)
		return;
	g_string_append_len(c->heard, bytes, n_bytes);
	const char *line = c->heard->str + c->n_answered, *end;
	for (; (end = strchr(line, '\n')) != NULL; line = end + 1)
		ssip_case_answer(c, line);
	c->n_answered = (gsize)(line - c->heard->str);
}

static inline void
ssip_case_step(SsipCase *c)
{
	if (!g_main_context_iteration(NULL, FALSE))
		g_thread_yield();
	GSocket *client = c->door != NULL ? g_socket_accept(c->door, NULL, NULL) : NULL;
	if (client != NULL) {
		g_clear_object(&c->client);
		c->client = client;
		c->n_clients++;
	}
	if (c->client != NULL)
		ssip_case_listen(c);
}

#define ssip_case_until(c, condition)                                                              \
	G_STMT_START                                                                               \
	{                                                                                          \
		while (!(condition))                                                               \
			ssip_case_step(c);                                                         \
	}                                                                                          \
	G_STMT_END

#define SSIP_CASE_ADD(name, test)                                                                  \
	g_test_add(name, SsipCase, NULL, ssip_case_set_up, test, ssip_case_tear_down)
