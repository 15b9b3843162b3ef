/* silence.c - see the header. What is said to Speech Dispatcher is SSIP: a line is answered by
 * lines that begin with one number, the last of which has a space behind it. */
#include "desktop/silence.h"

#include "desktop/ssip_address.h"

#include <stdlib.h>
#include <string.h>

enum { N_DIGITS = 3, MAX_MESSAGES = 100 };
enum { QUEUED = 225, BEGUN = 701, ENDED = 702, CANCELED = 703 };

/* The last two are said again when a message of somebody else's has thrown ours out. */
static const char *const said[] = {
	"SET self CLIENT_NAME user:oqyrman:desktop\r\n",
	"SET self NOTIFICATION ALL ON\r\n",
	"SET self PRIORITY progress\r\n",
	"SET self VOLUME -100\r\n",
	"SPEAK\r\n",
	" \r\n.\r\n",
};
enum { SPEAK = G_N_ELEMENTS(said) - 2 };

/** A connection; there is always one thing that it waits for, at whose end it may be freed. */
typedef struct {
	OqSilence *silence; /* (nullable): that it was made for: nobody waits any more */
	GCancellable *stop;
	GSocketConnection *connection; /* nullable */
	GDataInputStream *input;       /* nullable */
	guint patience;                /* a source; 0: none */
	guint n_said;
	guint n_messages;
} Talk;

struct _OqSilence {
	guint patience_ms;
	void (*come)(gpointer data);
	gpointer data;
	Talk *talk; /* nullable */
	gboolean is_silent;
};

static void say_next(Talk *talk);
static void listen(Talk *talk);

/* ---- the end of it ---- */

/* The talk, if it is not over, goes on by itself to its end. */
static void
let_go(OqSilence *silence)
{
	Talk *talk = g_steal_pointer(&silence->talk);

	if (talk != NULL)
		talk->silence = NULL;
}

static void
note_silence(OqSilence *silence)
{
	let_go(silence);
	silence->is_silent = TRUE;
	silence->come(silence->data);
}

static void
free_talk(Talk *talk)
{
	OqSilence *silence = talk->silence;

	if (silence != NULL)
		let_go(silence);
	if (talk->patience != 0)
		g_source_remove(talk->patience);
	g_clear_object(&talk->input);
	g_clear_object(&talk->connection);
	g_object_unref(talk->stop);
	g_free(talk);
	if (silence != NULL)
		note_silence(silence);
}

static void
note_left(GObject *output, GAsyncResult *result, gpointer data)
{
	g_output_stream_write_all_finish(G_OUTPUT_STREAM(output), result, NULL, NULL);
	free_talk(data);
}

/* A message that waits is not left behind. */
static void
leave(Talk *talk)
{
	const char *last =
		g_cancellable_is_cancelled(talk->stop) ? "CANCEL self\r\nQUIT\r\n" : "QUIT\r\n";

	g_output_stream_write_all_async(
		g_io_stream_get_output_stream(G_IO_STREAM(talk->connection)), last, strlen(last),
		G_PRIORITY_DEFAULT, NULL, note_left, talk);
}

/* ---- what is said, and answered ---- */

static gboolean
is_over(const Talk *talk, gint number)
{
	if (number < 300)
		return talk->n_said == G_N_ELEMENTS(said) && number != QUEUED;
	return number < 700 || number == ENDED ||
	       (number == CANCELED && (talk->silence == NULL || talk->n_messages > MAX_MESSAGES));
}

static void
take_answer(Talk *talk, gint number)
{
	if (number == BEGUN && talk->silence != NULL)
		note_silence(talk->silence);
	if (is_over(talk, number)) {
		leave(talk);
	} else if (number == CANCELED) { /* it comes behind the one that has thrown it out */
		talk->n_messages++;
		talk->n_said = SPEAK;
		say_next(talk);
	} else if (number < 300 && talk->n_said < G_N_ELEMENTS(said)) {
		say_next(talk);
	} else {
		listen(talk);
	}
}

static void
note_line(GObject *input, GAsyncResult *result, gpointer data)
{
	Talk *talk = data;
	g_autofree char *line = g_data_input_stream_read_line_finish(
		G_DATA_INPUT_STREAM(input), result, NULL, NULL);

	if (line == NULL || g_cancellable_is_cancelled(talk->stop))
		leave(talk);
	else if (strlen(line) > N_DIGITS && line[N_DIGITS] == ' ')
		take_answer(talk, atoi(line));
	else
		listen(talk);
}

static void
listen(Talk *talk)
{
	g_data_input_stream_read_line_async(
		talk->input, G_PRIORITY_DEFAULT, talk->stop, note_line, talk);
}

static void
note_said(GObject *output, GAsyncResult *result, gpointer data)
{
	if (g_output_stream_write_all_finish(G_OUTPUT_STREAM(output), result, NULL, NULL))
		listen(data);
	else
		leave(data);
}

static void
say_next(Talk *talk)
{
	const char *line = said[talk->n_said++];

	g_output_stream_write_all_async(
		g_io_stream_get_output_stream(G_IO_STREAM(talk->connection)), line, strlen(line),
		G_PRIORITY_DEFAULT, talk->stop, note_said, talk);
}

static void
note_connected(GObject *client, GAsyncResult *result, gpointer data)
{
	Talk *talk = data;

	talk->connection = g_socket_client_connect_finish(G_SOCKET_CLIENT(client), result, NULL);
	if (talk->connection == NULL) {
		free_talk(talk);
		return;
	}
	talk->input = g_data_input_stream_new(
		g_io_stream_get_input_stream(G_IO_STREAM(talk->connection)));
	g_data_input_stream_set_newline_type(talk->input, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
	say_next(talk);
}

static gboolean
lose_patience(gpointer data)
{
	Talk *talk = data;
	OqSilence *silence = talk->silence;

	talk->patience = 0;
	g_cancellable_cancel(talk->stop);
	if (silence != NULL)
		note_silence(silence);
	return G_SOURCE_REMOVE;
}

static Talk *
begin_talk(OqSilence *silence, GSocketConnectable *address)
{
	g_autoptr(GSocketClient) client = g_socket_client_new();
	Talk *talk = g_new0(Talk, 1);

	talk->silence = silence;
	talk->stop = g_cancellable_new();
	talk->patience = g_timeout_add(silence->patience_ms, lose_patience, talk);
	g_socket_client_set_enable_proxy(client, FALSE);
	g_socket_client_connect_async(client, address, talk->stop, note_connected, talk);
	return talk;
}

/* ---- those who wait ---- */

OqSilence *
oq_silence_new(guint patience_ms, void (*come)(gpointer data), gpointer data)
{
	OqSilence *silence = g_new0(OqSilence, 1);

	silence->patience_ms = patience_ms;
	silence->come = come;
	silence->data = data;
	return silence;
}

void
oq_silence_free(OqSilence *silence)
{
	if (silence == NULL)
		return;
	oq_silence_break(silence);
	g_free(silence);
}

gboolean
oq_silence_wait(OqSilence *silence)
{
	if (silence->is_silent || silence->talk != NULL)
		return silence->is_silent;
	g_autoptr(GSocketConnectable) address = oq_ssip_address_find();
	silence->is_silent = address == NULL;
	if (silence->is_silent)
		return TRUE;
	silence->talk = begin_talk(silence, address);
	return FALSE;
}

void
oq_silence_break(OqSilence *silence)
{
	Talk *talk = silence->talk;

	silence->is_silent = FALSE;
	let_go(silence);
	if (talk != NULL)
		g_cancellable_cancel(talk->stop);
}
