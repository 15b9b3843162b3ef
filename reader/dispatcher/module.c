/* module.c - see the header. */
#include "dispatcher/module.h"

#include "dispatcher/message.h"
#include "dispatcher/talk.h"

#include <errno.h>
#include <glib-unix.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#define FLUSH_MS   1000
#define READ_BYTES 16384

#define BAD_SYNTAX "302 ERROR BAD SYNTAX"
#define BAD_VALUE  "303 ERROR INVALID PARAMETER OR VALUE"
#define CANNOT_SAY "301 ERROR CANT SPEAK"
#define MANY_LINES "305 DATA MORE THAN ONE LINE"

typedef struct {
	const OqModuleParts *parts;
	GMainLoop *loop;
	int input;
	guint watch; /* source id, of the input; 0: it is not read before there is room for replies
		      */
	OqProtocol *protocol;
	OqReplies *replies;
	OqTalk *talk;
	OqReciter *reciter; /* (nullable): NULL until INIT */
	OqWish wish;
} Module;

static void
go_on(Module *module)
{
	for (;;) {
		oq_talk_go_on(module->talk);
		OqSpoken *spoken = module->reciter != NULL && oq_talk_wants(module->talk)
					   ? oq_reciter_take(module->reciter)
					   : NULL;
		if (spoken == NULL)
			return;
		oq_talk_give(module->talk, spoken);
	}
}

static void
on_spoken(gpointer data)
{
	go_on(data);
}

static gboolean on_input(int fd, GIOCondition condition, gpointer data);

static void
listen_to_input(Module *module)
{
	if (module->watch == 0)
		module->watch = g_unix_fd_add(module->input, G_IO_IN | G_IO_HUP, on_input, module);
}

static void
on_room(gboolean is_broken, gpointer data)
{
	Module *module = data;

	listen_to_input(module);
	if (is_broken)
		g_main_loop_quit(module->loop);
	else
		go_on(module);
}

static void
on_trouble(const char *what, gpointer data)
{
	const Module *module = data;

	oq_log_tell(module->parts->log, what);
}

/* Whether the voice can speak, by a child that is made and let go. */
static gboolean
check_voice(const Module *module, GError **error)
{
	g_autoptr(OqPool) pool = oq_reader_pool(module->parts->tools.reader, 1);
	guint rate_hz;

	return oq_pool_check(pool, &rate_hz, NULL, error);
}

static void
refuse_init(Module *module, const char *why)
{
	g_autofree char *line = g_strdelimit(g_strdup(why), "\r\n", ' ');

	oq_log_tell(module->parts->log, line);
	oq_replies_line(module->replies, "399-%s", line);
	oq_replies_line(module->replies, "399 ERR CANT INIT MODULE");
}

static void
answer_init(Module *module, const OqRequest *request G_GNUC_UNUSED)
{
	const OqReciterEar ear = {on_spoken, on_trouble, module};
	g_autoptr(GError) failure = NULL;

	if (module->parts->failure != NULL) {
		refuse_init(module, module->parts->failure);
		return;
	}
	if (module->reciter == NULL && !check_voice(module, &failure)) {
		refuse_init(module, failure->message);
		return;
	}
	if (module->reciter == NULL)
		module->reciter = oq_reciter_new(&module->parts->tools, &ear);
	oq_replies_line(module->replies, "299-Oqyrman " OQ_VERSION);
	oq_replies_line(module->replies, "299 OK LOADED SUCCESSFULLY");
}

typedef gboolean (*SetOne)(Module *module, const char *name, const char *value);

/* NULL, or what is wrong in the last wrong line. */
static const char *
set_all(Module *module, const char *text, SetOne set)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	const char *wrong = NULL;

	for (gsize i = 0; lines[i] != NULL; i++) {
		char *equals = strchr(lines[i], '=');
		if (*lines[i] == '\0')
			continue;
		if (equals == NULL || equals == lines[i]) {
			wrong = BAD_SYNTAX;
			continue;
		}
		*equals = '\0';
		if (!set(module, g_strstrip(lines[i]), g_strstrip(equals + 1)))
			wrong = BAD_VALUE;
	}
	return wrong;
}

static gboolean
set_wish(Module *module, const char *name, const char *value)
{
	return oq_wish_set(&module->wish, name, value);
}

static gboolean
set_audio(Module *module G_GNUC_UNUSED, const char *name, const char *value)
{
	return strcmp(name, "audio_output_method") == 0 && strcmp(value, "server") == 0;
}

static gboolean
set_log(Module *module, const char *name, const char *value)
{
	guint64 level;

	if (strcmp(name, "log_level") != 0 ||
		!g_ascii_string_to_unsigned(value, 10, 0, 5, &level, NULL))
		return FALSE;
	oq_log_set_level(module->parts->log, (guint)level);
	return TRUE;
}

static void
answer_settings(
	Module *module, const OqRequest *request, SetOne set, const char *first, const char *last)
{
	const char *wrong = request->is_whole ? set_all(module, request->text, set) : NULL;

	if (wrong != NULL)
		last = wrong;
	oq_replies_line(module->replies, "%s", request->is_whole ? last : first);
}

static void
answer_set(Module *module, const OqRequest *request)
{
	answer_settings(
		module, request, set_wish, "203 OK RECEIVING SETTINGS", "203 OK SETTINGS RECEIVED");
}

static void
answer_audio(Module *module, const OqRequest *request)
{
	answer_settings(module, request, set_audio, "207 OK RECEIVING AUDIO SETTINGS",
		"203 OK AUDIO INITIALIZED");
}

static void
answer_log_level(Module *module, const OqRequest *request)
{
	answer_settings(module, request, set_log, "207 OK RECEIVING LOGLEVEL SETTINGS",
		"203 OK LOGLEVEL SET");
}

static void
answer_list(Module *module, const OqRequest *request G_GNUC_UNUSED)
{
	const GArray *list = module->parts->tools.tongues != NULL
				     ? oq_tongues_list(module->parts->tools.tongues)
				     : NULL;

	if (list == NULL) {
		oq_replies_line(module->replies, "304 CANT LIST VOICES");
		return;
	}
	for (guint i = 0; i < list->len; i++) {
		const OqTongue *tongue = &g_array_index(list, OqTongue, i);
		oq_replies_line(module->replies, "200-%s\t%s\t%s", tongue->name, tongue->language,
			tongue->variant);
	}
	oq_replies_line(module->replies, "200 OK VOICE LIST SENT");
}

static void
begin(Module *module, const OqRequest *request)
{
	OqSsml *ssml = oq_message_read(module->parts->keys, request->verb, request->text);
	OqWish wish;

	oq_wish_copy(&module->wish, &wish);
	oq_talk_stop(module->talk);
	oq_replies_line(module->replies, "200 OK SPEAKING");
	oq_talk_begin(module->talk, ssml->marks);
	oq_reciter_say(module->reciter, oq_recital_new(&module->parts->tools, ssml, &wish));
	go_on(module);
}

static void
answer_message(Module *module, const OqRequest *request)
{
	const char *answer = NULL;

	if (!request->is_whole)
		answer = "202 OK RECEIVING MESSAGE";
	else if (request->n_lines == 0 || module->reciter == NULL)
		answer = CANNOT_SAY;
	else if (request->verb != OQ_VERB_SPEAK && request->n_lines > 1)
		answer = MANY_LINES;
	if (answer != NULL)
		oq_replies_line(module->replies, "%s", answer);
	else
		begin(module, request);
}

static void
answer_stop(Module *module, const OqRequest *request G_GNUC_UNUSED)
{
	if (oq_talk_stop(module->talk))
		oq_reciter_stop(module->reciter);
}

static void
answer_pause(Module *module, const OqRequest *request G_GNUC_UNUSED)
{
	if (oq_talk_pause(module->talk))
		oq_reciter_stop(module->reciter);
}

static void
answer_debug(Module *module, const OqRequest *request)
{
	gboolean is_on = g_str_has_prefix(request->text, "ON ");
	const char *path = is_on ? request->text + strlen("ON ") : NULL;

	if (!is_on && strcmp(request->text, "OFF") != 0)
		oq_replies_line(module->replies, BAD_SYNTAX);
	else if (!oq_log_open(module->parts->log, path))
		oq_replies_line(module->replies, "303 CANT OPEN CUSTOM DEBUG FILE");
	else
		oq_replies_line(module->replies, "200 OK DEBUGGING %s", is_on ? "ON" : "OFF");
}

static void
answer_quit(Module *module, const OqRequest *request G_GNUC_UNUSED)
{
	oq_replies_line(module->replies, "210 OK QUIT");
	g_main_loop_quit(module->loop);
}

static void
answer_unknown(Module *module, const OqRequest *request G_GNUC_UNUSED)
{
	oq_replies_line(module->replies, "300 ERR UNKNOWN COMMAND");
}

typedef void (*Answer)(Module *module, const OqRequest *request);

static const Answer answers[OQ_N_VERBS] = {
	[OQ_VERB_UNKNOWN] = answer_unknown,
	[OQ_VERB_INIT] = answer_init,
	[OQ_VERB_AUDIO] = answer_audio,
	[OQ_VERB_LOGLEVEL] = answer_log_level,
	[OQ_VERB_LIST_VOICES] = answer_list,
	[OQ_VERB_SET] = answer_set,
	[OQ_VERB_SPEAK] = answer_message,
	[OQ_VERB_CHAR] = answer_message,
	[OQ_VERB_KEY] = answer_message,
	[OQ_VERB_SOUND_ICON] = answer_message,
	[OQ_VERB_STOP] = answer_stop,
	[OQ_VERB_PAUSE] = answer_pause,
	[OQ_VERB_DEBUG] = answer_debug,
	[OQ_VERB_QUIT] = answer_quit,
};

/* The words of a message are nobody's business. */
static void
trace(const Module *module, const OqRequest *request)
{
	g_autofree char *line =
		g_strdup_printf("%s%s, %" G_GSIZE_FORMAT " bytes", oq_protocol_verb(request->verb),
			request->is_whole ? "" : " ...", strlen(request->text));

	oq_log_trace(module->parts->log, line);
}

static gboolean
on_input(int fd, GIOCondition condition G_GNUC_UNUSED, gpointer data)
{
	Module *module = data;
	char bytes[READ_BYTES];
	gssize n = read(fd, bytes, sizeof bytes);
	OqRequest request;

	if (n < 0 && (errno == EINTR || errno == EAGAIN))
		return G_SOURCE_CONTINUE;
	if (n <= 0)
		g_main_loop_quit(module->loop);
	oq_protocol_feed(module->protocol, bytes, n > 0 ? (gsize)n : 0);
	while (g_main_loop_is_running(module->loop) &&
		oq_protocol_next(module->protocol, &request)) {
		trace(module, &request);
		answers[request.verb](module, &request);
	}
	if (!oq_replies_is_flooded(module->replies))
		return G_SOURCE_CONTINUE;
	module->watch = 0;
	return G_SOURCE_REMOVE;
}

void
oq_module_run(const OqModuleParts *parts, int input, int output)
{
	Module module = {.parts = parts, .input = input};

	oq_wish_init(&module.wish);
	module.loop = g_main_loop_new(NULL, FALSE);
	module.protocol = oq_protocol_new();
	module.replies = oq_replies_new(output, on_room, &module);
	module.talk = oq_talk_new(module.replies);
	listen_to_input(&module);
	g_main_loop_run(module.loop);
	g_clear_handle_id(&module.watch, g_source_remove);
	oq_replies_flush(module.replies, FLUSH_MS);
	oq_reciter_free(module.reciter);
	oq_talk_free(module.talk);
	oq_replies_free(module.replies);
	oq_protocol_free(module.protocol);
	oq_wish_clear(&module.wish);
	g_main_loop_unref(module.loop);
}
