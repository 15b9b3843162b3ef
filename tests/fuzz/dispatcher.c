/* dispatcher.c - fuzzer: what Speech Dispatcher sends, and the messages in it. */
#include "dispatcher/abroad.h"
#include "dispatcher/message.h"
#include "dispatcher/wish.h"
#include "target.h"

#include <string.h>

static OqKeyNames *names;

int
LLVMFuzzerInitialize(G_GNUC_UNUSED int *argc, G_GNUC_UNUSED char ***argv)
{
	names = oq_key_names_load(OQ_TEST_VOICES "/kk", NULL);
	g_assert_nonnull(names);
	return 0;
}

static void
check_abroad(const OqSsml *ssml, OqPunctuation punctuation)
{
	g_autoptr(OqAbroad) abroad = oq_abroad_new(ssml->text->str, punctuation);
	g_auto(OqUtterance) utterance;
	guint64 end = 0;
	oq_utterance_init(&utterance);
	while (oq_abroad_next(abroad, &utterance)) {
		g_assert_cmpuint(utterance.start, ==, end);
		g_assert_cmpuint(utterance.end, >, end);
		end = utterance.end;
		guint32 spoken_end = 0;
		for (guint i = 0; i < utterance.words->len; i++) {
			const OqWord *word = oq_utterance_word(&utterance, i);
			g_assert_cmpuint(word->spoken_start, >=, spoken_end);
			g_assert_cmpuint(word->spoken_end, >, word->spoken_start);
			spoken_end = word->spoken_end;
		}
		g_assert_cmpuint(spoken_end, <=, utterance.spoken->len);
		g_assert_true(g_utf8_validate(utterance.spoken->str, -1, NULL));
	}
	g_assert_cmpuint(end, ==, ssml->text->len);
}

static gboolean
has_letters(const char *text)
{
	for (; *text != '\0'; text = g_utf8_next_char(text))
		if (g_unichar_isalpha(g_utf8_get_char(text)))
			return TRUE;
	return FALSE;
}

/* The runs are the text, the marks stand in it, and what has no tags is all said. */
static void
check_message(OqVerb verb, const char *text)
{
	g_autoptr(OqSsml) ssml = oq_message_read(names, verb, text);
	gsize end = 0, byte = 0;
	g_assert_true(g_utf8_validate(ssml->text->str, (gssize)ssml->text->len, NULL));
	for (guint i = 0; i < ssml->runs->len; i++) {
		const OqSsmlRun *run = &g_array_index(ssml->runs, OqSsmlRun, i);
		g_assert_cmpuint(run->start, ==, end);
		g_assert_cmpuint(run->end, >, end);
		end = run->end;
	}
	g_assert_cmpuint(end, ==, ssml->text->len);
	for (guint i = 0; i < ssml->marks->len; i++) {
		const OqSsmlMark *mark = &g_array_index(ssml->marks, OqSsmlMark, i);
		g_assert_cmpuint(mark->byte, >=, byte);
		g_assert_null(strchr(mark->name, '\n'));
		byte = mark->byte;
	}
	g_assert_cmpuint(byte, <=, end);
	gboolean is_plain = verb == OQ_VERB_SPEAK && strpbrk(text, "<&") == NULL;
	g_assert_true(!is_plain || has_letters(text) == has_letters(ssml->text->str));
	check_abroad(ssml, OQ_PUNCTUATION_SOME);
	check_abroad(ssml, OQ_PUNCTUATION_SPELLING);
}

static void
check_wish(const char *text)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	g_auto(OqWish) wish;
	OqStyle style = OQ_STYLE_DEFAULT;
	oq_wish_init(&wish);
	for (gsize i = 0; lines[i] != NULL; i++) {
		char *equals = strchr(lines[i], '=');
		if (equals == NULL)
			continue;
		*equals = '\0';
		oq_wish_set(&wish, lines[i], equals + 1);
	}
	oq_wish_style(&wish, OQ_SPEED_NORMAL_WPM, &style);
	g_assert_true(oq_style_is_valid(&style));
}

static void
check_request(const OqRequest *request, GString *shown)
{
	g_assert_true(g_utf8_validate(request->text, -1, NULL));
	g_string_append_printf(shown, "%u %d %u %s\n", request->verb, request->is_whole,
		request->n_lines, request->text);
	if (!request->is_whole)
		return;
	if (request->verb == OQ_VERB_SET)
		check_wish(request->text);
	else if (request->verb >= OQ_VERB_SPEAK && request->verb <= OQ_VERB_SOUND_ICON)
		check_message(request->verb, request->text);
}

static char *
read_requests(const char *bytes, gsize n_bytes, gsize n_at_once)
{
	g_autoptr(OqProtocol) protocol = oq_protocol_new();
	GString *shown = g_string_new(NULL);
	OqRequest request;
	for (gsize at = 0; at < n_bytes; at += n_at_once) {
		oq_protocol_feed(protocol, bytes + at, MIN(n_at_once, n_bytes - at));
		while (oq_protocol_next(protocol, &request))
			check_request(&request, shown);
	}
	return g_string_free(shown, FALSE);
}

/* However they are cut they are the same requests; and what is no request may be a message. */
int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize n_bytes)
{
	const char *text = (const char *)bytes;
	g_autofree char *message = g_utf8_make_valid(text, (gssize)n_bytes);
	g_autofree char *whole = read_requests(text, n_bytes, MAX(n_bytes, 1));
	g_autofree char *singly = read_requests(text, n_bytes, 3);
	g_assert_cmpstr(whole, ==, singly);
	check_message(OQ_VERB_SPEAK, message);
	check_message(OQ_VERB_KEY, message);
	return 0;
}
