/* server.c - see the header. */
#include "speech/server.h"

#include "base/processes/records.h"
#include "speech/task.h"
#include "speech/wire.h"

#include <string.h>

typedef struct {
	int fd;
	OqSynthesizer *synthesizer;
	OqPassage passage;
} Server;

static gboolean
answer(int fd, OqTaskKind kind, gconstpointer body, gsize n_bytes)
{
	const guint8 letter = (guint8)kind;
	const OqRecordsPiece pieces[] = {{&letter, 1}, {body, n_bytes}};

	return oq_records_write_pieces(fd, pieces, G_N_ELEMENTS(pieces));
}

static gboolean
answer_bytes(int fd, OqTaskKind kind, GBytes *body)
{
	return answer(fd, kind, g_bytes_get_data(body, NULL), g_bytes_get_size(body));
}

static gboolean
answer_text(int fd, OqTaskKind kind, const char *text)
{
	return answer(fd, kind, text, strlen(text));
}

/* The sound goes from where it was made, since every page that it is copied to is a new one in a
 * fresh fork. */
static gboolean
send_speech(const OqSpeech *speech, gpointer data)
{
	const Server *server = data;
	const guint8 letter = OQ_TASK_SPEECH;
	g_autoptr(GBytes) head = oq_wire_pack_speech_head(speech);
	const OqRecordsPiece pieces[] = {
		{&letter, 1},
		{g_bytes_get_data(head, NULL), g_bytes_get_size(head)},
		{speech->samples, speech->n_voiced * sizeof(gint16)},
	};

	return oq_records_write_pieces(server->fd, pieces, G_N_ELEMENTS(pieces));
}

/* Without the engine's files nothing that comes will be said, either. */
static gboolean
answer_failure(int fd, const GError *failure)
{
	if (!g_error_matches(failure, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_ENGINE))
		return answer_text(fd, OQ_TASK_FAILED, failure->message);
	g_autoptr(GBytes) why = oq_wire_pack_error(failure);
	return answer_bytes(fd, OQ_TASK_NO_VOICE, why);
}

static gboolean
speak(Server *server)
{
	g_autoptr(GError) failure = NULL;

	if (oq_synthesizer_speak(
		    server->synthesizer, &server->passage, send_speech, server, &failure))
		return TRUE;
	return answer_failure(server->fd, failure);
}

static gboolean
transcribe(Server *server)
{
	const OqPassage *passage = &server->passage;
	g_autoptr(GError) failure = NULL;
	g_autofree char *phonemes = oq_synthesizer_phonemes(
		server->synthesizer, &passage->utterances[0], &passage->style, &failure);

	if (phonemes != NULL)
		return answer_text(server->fd, OQ_TASK_PHONEMES, phonemes);
	return answer_failure(server->fd, failure);
}

static gboolean
serve(Server *server, GBytes *record)
{
	OqTaskKind kind;
	g_autoptr(GBytes) body = oq_task_open(record, &kind);
	g_autoptr(GError) failure = NULL;

	if (!oq_wire_unpack_passage(body, &server->passage, &failure))
		return answer_text(server->fd, OQ_TASK_FAILED, failure->message);
	return kind == OQ_TASK_SAY ? speak(server) : transcribe(server);
}

static gboolean
say_whether_ready(int fd, const OqSynthesizer *synthesizer, const GError *failure)
{
	if (synthesizer != NULL) {
		const OqTaskReady ready = {oq_synthesizer_rate_hz(synthesizer)};
		return answer(fd, OQ_TASK_READY, &ready, sizeof ready);
	}
	g_autoptr(GBytes) why = oq_wire_pack_error(failure);
	answer_bytes(fd, OQ_TASK_NO_VOICE, why);
	return FALSE;
}

int
oq_server_run(int fd, OqSynthesizer *synthesizer, const GError *failure)
{
	const OqStyle none = OQ_STYLE_DEFAULT; /* each request has its own */
	Server server = {.fd = fd, .synthesizer = synthesizer};
	gboolean goes_on = say_whether_ready(fd, synthesizer, failure);

	oq_passage_init(&server.passage, &none);
	while (goes_on) {
		g_autoptr(GBytes) record = oq_records_read(fd);
		goes_on = record != NULL && serve(&server, record);
	}
	oq_passage_clear(&server.passage);
	return 0;
}
