/* wire.c - see the header. */
#include "speech/wire.h"

#include <glib/gi18n.h>
#include <string.h>

/* The kind is in the last byte, so what begins with anything else is refused. */
#define MAGIC 0x4f710000u

#define MAX_SPOKEN_BYTES (1u << 24)
#define MAX_RATE_HZ      768000

/* What a word is, as bits. */
enum { IS_MADE = 1 << 0, IS_QUOTED = 1 << 1, IS_SPELLED = 1 << 2 };

/** What is left of a record. */
typedef struct {
	const guint8 *bytes;
	gsize n_bytes;
} Rest;

static GByteArray *
begin(OqWireKind kind)
{
	GByteArray *record = g_byte_array_new();
	guint32 magic = MAGIC | kind;

	return g_byte_array_append(record, (const guint8 *)&magic, sizeof magic);
}

static void
put(GByteArray *record, gconstpointer bytes, gsize n_bytes)
{
	g_byte_array_append(record, bytes, (guint)n_bytes);
}

#define PUT(record, value) put(record, &(value), sizeof(value))

static gboolean
take(Rest *rest, gpointer value, gsize n_bytes)
{
	if (rest->n_bytes < n_bytes)
		return FALSE;
	if (n_bytes > 0)
		memcpy(value, rest->bytes, n_bytes);
	rest->bytes += n_bytes;
	rest->n_bytes -= n_bytes;
	return TRUE;
}

#define TAKE(rest, value) take(rest, &(value), sizeof(value))

OqWireKind
oq_wire_kind(GBytes *record)
{
	Rest rest;
	guint32 magic = 0;

	rest.bytes = g_bytes_get_data(record, &rest.n_bytes);
	if (!TAKE(&rest, magic) || magic <= MAGIC || magic > (MAGIC | OQ_WIRE_ERROR))
		return OQ_WIRE_NONE;
	return (OqWireKind)(magic - MAGIC);
}

/* What is behind the head of a record of this kind. */
static gboolean
open_record(GBytes *record, OqWireKind kind, Rest *rest)
{
	guint32 magic;

	rest->bytes = g_bytes_get_data(record, &rest->n_bytes);
	return oq_wire_kind(record) == kind && TAKE(rest, magic);
}

static void
refuse(GError **error)
{
	g_set_error_literal(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_RECORD,
		_("a process of the voice has sent unexpected data"));
}

static void
put_word(GByteArray *record, const OqWord *word)
{
	guint8 lang = (guint8)word->lang;
	guint8 traits = (word->rule != NULL ? IS_MADE : 0) | (word->quoted ? IS_QUOTED : 0) |
			(word->spelled ? IS_SPELLED : 0);

	PUT(record, word->start);
	PUT(record, word->end);
	PUT(record, word->spoken_start);
	PUT(record, word->spoken_end);
	PUT(record, lang);
	PUT(record, traits);
}

static void
put_utterance(GByteArray *record, const OqUtterance *utterance)
{
	guint32 follows = utterance->follows;
	guint32 rest_ms = utterance->rest_ms;
	guint32 n_bytes = (guint32)utterance->spoken->len;
	guint32 n_words = utterance->words->len;

	PUT(record, utterance->start);
	PUT(record, utterance->end);
	PUT(record, follows);
	PUT(record, rest_ms);
	PUT(record, n_bytes);
	PUT(record, n_words);
	put(record, utterance->spoken->str, n_bytes);
	for (guint i = 0; i < n_words; i++)
		put_word(record, oq_utterance_word(utterance, i));
}

GBytes *
oq_wire_pack_passage(const OqPassage *passage)
{
	GByteArray *record = begin(OQ_WIRE_PASSAGE);

	PUT(record, passage->style);
	PUT(record, passage->n_utterances);
	PUT(record, passage->first_word);
	for (guint i = 0; i < passage->n_utterances; i++)
		put_utterance(record, &passage->utterances[i]);
	return g_byte_array_free_to_bytes(record);
}

static gboolean
take_word(Rest *rest, const OqUtterance *utterance, guint32 earliest, OqWord *word)
{
	guint8 lang, traits;
	gboolean whole = TAKE(rest, word->start) && TAKE(rest, word->end) &&
			 TAKE(rest, word->spoken_start) && TAKE(rest, word->spoken_end) &&
			 TAKE(rest, lang) && TAKE(rest, traits);

	if (!whole || lang >= OQ_N_LANGS || word->start > word->end ||
		word->spoken_start < earliest || word->spoken_end <= word->spoken_start ||
		word->spoken_end > utterance->spoken->len)
		return FALSE;
	word->lang = lang;
	word->rule = (traits & IS_MADE) != 0 ? "" : NULL;
	word->quoted = (traits & IS_QUOTED) != 0;
	word->spelled = (traits & IS_SPELLED) != 0;
	/* words are whole characters */
	return ((guchar)utterance->spoken->str[word->spoken_start] & 0xC0) != 0x80 &&
	       ((guchar)utterance->spoken->str[word->spoken_end] & 0xC0) != 0x80;
}

static gboolean
take_spoken(Rest *rest, guint32 n_bytes, GString *spoken)
{
	if (n_bytes > MAX_SPOKEN_BYTES || n_bytes > rest->n_bytes ||
		!g_utf8_validate_len((const char *)rest->bytes, n_bytes, NULL))
		return FALSE;
	g_string_append_len(spoken, (const char *)rest->bytes, n_bytes);
	rest->bytes += n_bytes;
	rest->n_bytes -= n_bytes;
	return TRUE;
}

static gboolean
take_utterance(Rest *rest, OqUtterance *utterance)
{
	guint32 follows, rest_ms, n_bytes, n_words, earliest = 0;

	if (!TAKE(rest, utterance->start) || !TAKE(rest, utterance->end) || !TAKE(rest, follows) ||
		!TAKE(rest, rest_ms) || rest_ms > OQ_REST_MAX_MS || !TAKE(rest, n_bytes) ||
		!TAKE(rest, n_words) || follows > OQ_BREAK_PARAGRAPH ||
		utterance->start > utterance->end || !take_spoken(rest, n_bytes, utterance->spoken))
		return FALSE;
	utterance->follows = follows;
	utterance->rest_ms = rest_ms;
	for (guint i = 0; i < n_words; i++) {
		OqWord word = {0};
		if (!take_word(rest, utterance, earliest, &word))
			return FALSE;
		g_array_append_val(utterance->words, word);
		earliest = word.spoken_end;
	}
	return TRUE;
}

static gboolean
take_passage(Rest *rest, OqPassage *passage)
{
	guint n_utterances;

	if (!TAKE(rest, passage->style) || !TAKE(rest, n_utterances) ||
		!TAKE(rest, passage->first_word) || !oq_style_is_valid(&passage->style) ||
		n_utterances > OQ_PASSAGE_MAX)
		return FALSE;
	for (guint i = 0; i < n_utterances; i++) {
		if (!take_utterance(rest, oq_passage_spare(passage)))
			return FALSE;
		oq_passage_add(passage);
	}
	guint n_words = n_utterances > 0 ? passage->utterances[0].words->len : 0;
	return rest->n_bytes == 0 && passage->first_word <= n_words;
}

gboolean
oq_wire_unpack_passage(GBytes *record, OqPassage *passage, GError **error)
{
	Rest rest;

	oq_passage_reset(passage);
	if (open_record(record, OQ_WIRE_PASSAGE, &rest) && take_passage(&rest, passage))
		return TRUE;
	oq_passage_reset(passage);
	refuse(error);
	return FALSE;
}

static void
put_mark(GByteArray *record, const OqMark *mark)
{
	PUT(record, mark->frame);
	PUT(record, mark->start);
	PUT(record, mark->end);
}

static GByteArray *
begin_speech(const OqSpeech *speech)
{
	GByteArray *record = begin(OQ_WIRE_SPEECH);
	guint64 n_voiced = speech->n_voiced;
	guint64 n_frames = speech->n_frames;
	guint64 n_inner = speech->n_inner;

	PUT(record, speech->rate_hz);
	PUT(record, speech->start);
	PUT(record, speech->end);
	PUT(record, n_voiced);
	PUT(record, n_frames);
	PUT(record, n_inner);
	PUT(record, speech->n_marks);
	for (guint i = 0; i < speech->n_marks; i++)
		put_mark(record, &speech->marks[i]);
	return record;
}

GBytes *
oq_wire_pack_speech_head(const OqSpeech *speech)
{
	return g_byte_array_free_to_bytes(begin_speech(speech));
}

GBytes *
oq_wire_pack_speech(const OqSpeech *speech)
{
	GByteArray *record = begin_speech(speech);

	put(record, speech->samples, speech->n_voiced * sizeof(gint16));
	return g_byte_array_free_to_bytes(record);
}

static gboolean
take_head(Rest *rest, OqSpeech *head)
{
	guint64 n_voiced, n_frames, n_inner;

	if (!TAKE(rest, head->rate_hz) || !TAKE(rest, head->start) || !TAKE(rest, head->end) ||
		!TAKE(rest, n_voiced) || !TAKE(rest, n_frames) || !TAKE(rest, n_inner) ||
		!TAKE(rest, head->n_marks) || head->rate_hz == 0 || head->rate_hz > MAX_RATE_HZ ||
		head->start > head->end || n_inner > n_voiced || n_voiced > n_frames ||
		n_frames > G_MAXUINT32)
		return FALSE;
	head->n_voiced = (gsize)n_voiced;
	head->n_frames = (gsize)n_frames;
	head->n_inner = (gsize)n_inner;
	return TRUE;
}

static gboolean
take_marks(Rest *rest, const OqSpeech *head, GArray *marks)
{
	guint32 earliest = 0;

	for (guint i = 0; i < head->n_marks; i++) {
		OqMark mark = {0};
		if (!TAKE(rest, mark.frame) || !TAKE(rest, mark.start) || !TAKE(rest, mark.end) ||
			mark.frame < earliest || mark.frame >= head->n_voiced ||
			mark.start > mark.end)
			return FALSE;
		g_array_append_val(marks, mark);
		earliest = mark.frame;
	}
	return TRUE;
}

OqSpeech *
oq_wire_unpack_speech(GBytes *record, GError **error)
{
	g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(OqMark));
	OqSpeech head = {0};
	Rest rest;

	if (!open_record(record, OQ_WIRE_SPEECH, &rest) || !take_head(&rest, &head) ||
		!take_marks(&rest, &head, marks) ||
		rest.n_bytes != head.n_voiced * sizeof(gint16)) {
		refuse(error);
		return NULL;
	}
	head.marks = (const OqMark *)(gpointer)marks->data;
	head.samples = (gconstpointer)rest.bytes; /* copied as bytes, wherever they begin */
	return oq_speech_new(&head);
}

GBytes *
oq_wire_pack_error(const GError *error)
{
	GByteArray *record = begin(OQ_WIRE_ERROR);
	gint32 code = error->domain == OQ_SPEECH_ERROR ? error->code : OQ_SPEECH_ERROR_FAILED;

	PUT(record, code);
	g_autofree char *message = g_utf8_make_valid(error->message, -1); /* it may name anything */
	put(record, message, strlen(message));
	return g_byte_array_free_to_bytes(record);
}

void
oq_wire_unpack_error(GBytes *record, GError **error)
{
	Rest rest;
	gint32 code;

	if (!open_record(record, OQ_WIRE_ERROR, &rest) || !TAKE(&rest, code) || code < 0 ||
		code > OQ_SPEECH_ERROR_RECORD ||
		!g_utf8_validate_len((const char *)rest.bytes, rest.n_bytes, NULL)) {
		refuse(error);
		return;
	}
	g_set_error(
		error, OQ_SPEECH_ERROR, code, "%.*s", (int)rest.n_bytes, (const char *)rest.bytes);
}
