/* protocol.c - see the header. */
#include "dispatcher/protocol.h"

#include "text/characters/utf8.h"

#include <string.h>

/* DEBUG ON has a path behind it; all other requests are short. */
#define MAX_REQUEST_BYTES 8192

typedef struct {
	const char *name;
	gboolean has_lines;
} Verb;

static const Verb verbs[OQ_N_VERBS] = {
	[OQ_VERB_INIT] = {"INIT", FALSE},
	[OQ_VERB_AUDIO] = {"AUDIO", TRUE},
	[OQ_VERB_LOGLEVEL] = {"LOGLEVEL", TRUE},
	[OQ_VERB_LIST_VOICES] = {"LIST VOICES", FALSE},
	[OQ_VERB_SET] = {"SET", TRUE},
	[OQ_VERB_SPEAK] = {"SPEAK", TRUE},
	[OQ_VERB_CHAR] = {"CHAR", TRUE},
	[OQ_VERB_KEY] = {"KEY", TRUE},
	[OQ_VERB_SOUND_ICON] = {"SOUND_ICON", TRUE},
	[OQ_VERB_STOP] = {"STOP", FALSE},
	[OQ_VERB_PAUSE] = {"PAUSE", FALSE},
	[OQ_VERB_DEBUG] = {"DEBUG", FALSE},
	[OQ_VERB_QUIT] = {"QUIT", FALSE},
};

const char *
oq_protocol_verb(OqVerb verb)
{
	return verb != OQ_VERB_UNKNOWN ? verbs[verb].name : "?";
}

struct _OqProtocol {
	GString *fed;
	gsize n_taken; /* bytes of it */
	GString *line; /* without its end, so far */
	OqVerb open;   /* whose lines are coming; UNKNOWN: none's */
	GString *body;
	guint n_lines;
	GString *text; /* of the request that was given last */
};

OqProtocol *
oq_protocol_new(void)
{
	OqProtocol *protocol = g_new0(OqProtocol, 1);

	protocol->fed = g_string_new(NULL);
	protocol->line = g_string_new(NULL);
	protocol->body = g_string_new(NULL);
	protocol->text = g_string_new(NULL);
	return protocol;
}

void
oq_protocol_free(OqProtocol *protocol)
{
	if (protocol == NULL)
		return;
	g_string_free(protocol->fed, TRUE);
	g_string_free(protocol->line, TRUE);
	g_string_free(protocol->body, TRUE);
	g_string_free(protocol->text, TRUE);
	g_free(protocol);
}

void
oq_protocol_feed(OqProtocol *protocol, const char *bytes, gsize n_bytes)
{
	g_string_erase(protocol->fed, 0, (gssize)protocol->n_taken);
	protocol->n_taken = 0;
	g_string_append_len(protocol->fed, bytes, (gssize)n_bytes);
}

/* What is beyond the limit is dropped. */
static void
append(GString *out, const char *bytes, gsize n_bytes, gsize max_bytes)
{
	gsize room = out->len < max_bytes ? max_bytes - out->len : 0;

	g_string_append_len(out, bytes, (gssize)MIN(n_bytes, room));
}

/* FALSE: the line is not whole yet. */
static gboolean
take_line(OqProtocol *protocol)
{
	const char *rest = protocol->fed->str + protocol->n_taken;
	gsize n_rest = protocol->fed->len - protocol->n_taken;
	const char *end = memchr(rest, '\n', n_rest);
	gsize n_bytes = end != NULL ? (gsize)(end - rest) : n_rest;

	append(protocol->line, rest, n_bytes, OQ_PROTOCOL_MAX_BYTES);
	protocol->n_taken += n_bytes + (end != NULL);
	return end != NULL;
}

static void
set_text(OqProtocol *protocol, const char *bytes, gsize n_bytes)
{
	OqUtf8 utf8;

	g_string_truncate(protocol->text, 0);
	oq_utf8_init(&utf8);
	oq_utf8_feed(&utf8, bytes, n_bytes, protocol->text);
	oq_utf8_finish(&utf8, protocol->text);
}

/* The verb of a line, and where the rest of it begins. */
static OqVerb
find_verb(const GString *line, gsize *rest)
{
	for (OqVerb verb = OQ_VERB_UNKNOWN + 1; verb < OQ_N_VERBS; verb++) {
		const char *name = verbs[verb].name;
		gsize n_bytes = strlen(name);
		gboolean has_rest = verb == OQ_VERB_DEBUG && line->str[n_bytes] == ' ';
		if (line->len > MAX_REQUEST_BYTES || strncmp(line->str, name, n_bytes) != 0)
			continue;
		*rest = n_bytes + has_rest;
		if (line->len == n_bytes || has_rest)
			return verb;
	}
	*rest = line->len;
	return OQ_VERB_UNKNOWN;
}

static void
take_request(OqProtocol *protocol, OqRequest *request)
{
	GString *line = protocol->line;
	gsize rest;

	if (line->len > 0 && line->str[line->len - 1] == '\r')
		g_string_truncate(line, line->len - 1);
	request->verb = find_verb(line, &rest);
	request->is_whole = !verbs[request->verb].has_lines;
	request->n_lines = 0;
	if (!request->is_whole)
		protocol->open = request->verb;
	set_text(protocol, line->str + rest, line->len - rest);
	request->text = g_strstrip(protocol->text->str);
}

/* The last line end belongs to the point behind it. */
static void
close_body(OqProtocol *protocol, OqRequest *request)
{
	GString *body = protocol->body;
	gsize n_bytes =
		body->len > 0 && body->str[body->len - 1] == '\n' ? body->len - 1 : body->len;

	set_text(protocol, body->str, n_bytes);
	*request = (OqRequest){protocol->open, TRUE, protocol->text->str, protocol->n_lines};
	protocol->open = OQ_VERB_UNKNOWN;
	protocol->n_lines = 0;
	g_string_truncate(body, 0);
}

/* TRUE: it was the last one. */
static gboolean
add_to_body(OqProtocol *protocol)
{
	const GString *line = protocol->line;
	gsize skipped = line->str[0] == '.';

	if (line->len == 1 && skipped == 1)
		return TRUE;
	append(protocol->body, line->str + skipped, line->len - skipped, OQ_PROTOCOL_MAX_BYTES);
	append(protocol->body, "\n", 1, OQ_PROTOCOL_MAX_BYTES);
	protocol->n_lines++;
	return FALSE;
}

gboolean
oq_protocol_next(OqProtocol *protocol, OqRequest *request)
{
	gboolean found = FALSE;

	while (!found && take_line(protocol)) {
		found = TRUE;
		if (protocol->open == OQ_VERB_UNKNOWN)
			take_request(protocol, request);
		else if (add_to_body(protocol))
			close_body(protocol, request);
		else
			found = FALSE;
		g_string_truncate(protocol->line, 0);
	}
	return found;
}
