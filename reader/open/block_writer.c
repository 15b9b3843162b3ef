/* block_writer.c - see the header. */
#include "open/block_writer.h"

#include "base/processes/records.h"
#include "open/powers.h"
#include "open/run.h"
#include "text/characters/letters.h"

#include <string.h>

enum {
	RECORD_BYTES = 1 << 15, /* when so many have gathered, they go */
	N_AT_ONCE = 16,         /* blocks that go at once: somebody waits for them */
	NO_BREAK_SPACE = 0xA0,
	LOOK_BACK_BYTES = 4096, /* for the end of a sentence to cut at */
};

struct _OqBlockWriter {
	int fd;
	GByteArray *record;
	guint n_blocks; /* written, up to N_AT_ONCE */
	gboolean is_open;
	gboolean is_closed;
	OqWireHead head;    /* of the block that is open */
	GString *text;      /* of it: valid, white space made one */
	gboolean has_space; /* wanted before what comes next */
	gboolean has_break; /* … and it is a line's end */
	gboolean has_lines;
	gboolean is_seen; /* a character in it can be seen */
	gboolean has_letters;
	gboolean has_digits;
	OqLang lang;        /* of what comes next */
	gboolean is_image;  /* the block that is open stands for an image */
	gboolean was_image; /* … the last one that was written */
	guint64 last_hash;  /* of what that one says */
	char *title;        /* nullable: the first one that was told */
};

OqBlockWriter *
oq_block_writer_new(int fd)
{
	OqBlockWriter *writer = g_new0(OqBlockWriter, 1);
	writer->fd = fd;
	writer->record = g_byte_array_new();
	writer->text = g_string_new(NULL);
	return writer;
}

void
oq_block_writer_free(OqBlockWriter *writer)
{
	if (writer == NULL)
		return;
	g_byte_array_unref(writer->record);
	g_string_free(writer->text, TRUE);
	g_free(writer->title);
	g_free(writer);
}

gboolean
oq_block_writer_is_open(const OqBlockWriter *writer)
{
	return writer->is_open;
}

gboolean
oq_block_writer_is_closed(const OqBlockWriter *writer)
{
	return writer->is_closed;
}

void
oq_block_writer_flush(OqBlockWriter *writer)
{
	if (writer->record->len > 0 && !writer->is_closed)
		writer->is_closed =
			!oq_records_write(writer->fd, writer->record->data, writer->record->len);
	g_byte_array_set_size(writer->record, 0);
}

static void
put(OqBlockWriter *writer, OqWireHead head, const void *bytes, gsize n_bytes)
{
	head.n_bytes = (guint32)n_bytes;
	if (writer->record->len + sizeof head + n_bytes > OQ_WIRE_MAX_RECORD_BYTES)
		oq_block_writer_flush(writer);
	g_byte_array_append(writer->record, (const guint8 *)&head, sizeof head);
	g_byte_array_append(writer->record, bytes, (guint)n_bytes);
	if (writer->record->len >= RECORD_BYTES)
		oq_block_writer_flush(writer);
}

void
oq_block_writer_tell(OqBlockWriter *writer, OqWireType type, const char *text)
{
	g_autofree char *valid = text != NULL ? g_utf8_make_valid(text, -1) : NULL;
	if (valid == NULL || *g_strstrip(valid) == '\0')
		return;
	gsize n_bytes = MIN(strlen(valid), OQ_WIRE_MAX_BLOCK_BYTES);
	while (n_bytes > 0 && ((guchar)valid[n_bytes] & 0xC0) == 0x80)
		n_bytes--;
	put(writer, (OqWireHead){.type = (guint8)type}, valid, n_bytes);
	if (type == OQ_WIRE_TITLE && writer->title == NULL)
		writer->title = g_strndup(valid, n_bytes);
}

static OqLang
lang_of(const char *tag)
{
	if (tag == NULL || !g_ascii_isalpha(tag[0]) || !g_ascii_isalpha(tag[1]) ||
		g_ascii_isalnum(tag[2]))
		return OQ_N_LANGS;
	const char name[] = {g_ascii_tolower(tag[0]), g_ascii_tolower(tag[1]), '\0'};
	return oq_lang_find(name);
}

void
oq_block_writer_begin(OqBlockWriter *writer, OqBlockKind kind, guint level, const char *lang)
{
	oq_block_writer_end(writer);
	writer->is_open = TRUE;
	writer->head = (OqWireHead){.type = OQ_WIRE_BLOCK,
		.kind = (guint8)kind,
		.level = (guint8)MIN(level, G_MAXUINT8),
		.lang = (guint8)lang_of(lang)};
	writer->lang = lang_of(lang);
}

void
oq_block_writer_lang(OqBlockWriter *writer, const char *lang)
{
	writer->lang = lang_of(lang);
}

/* A paragraph that begins with bullets is an item of a list, as deep as there are bullets. */
static void
take_bullets(OqBlockWriter *writer)
{
	static const gunichar bullet = 0x2022, no_break = 0xA0;
	const char *p = writer->text->str;
	if (writer->head.kind != OQ_BLOCK_PARAGRAPH || g_utf8_get_char(p) != bullet)
		return;
	for (gunichar c; (c = g_utf8_get_char(p)) == bullet || c == ' ' || c == no_break;) {
		writer->head.level += c == bullet;
		p = g_utf8_next_char(p);
	}
	writer->head.kind = OQ_BLOCK_ITEM;
	g_string_erase(writer->text, 0, p - writer->text->str);
}

/* Letters that Russian has not: what is marked as Russian by a keyboard is Kazakh all the same. */
static gboolean
is_kazakh(gunichar c)
{
	return c > OQ_LETTERS_LAST_RUSSIAN + 2 && c <= OQ_LETTERS_LAST_CYRILLIC;
}

/* A mark that the letters disprove is none. */
static OqLang
checked_lang(OqLang lang, const char *text, gsize n_bytes)
{
	if (lang != OQ_LANG_RU && lang != OQ_LANG_EN)
		return lang;
	for (const char *p = text; p < text + n_bytes; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (lang == OQ_LANG_RU ? is_kazakh(c) : oq_letters_is_cyrillic(c))
			return OQ_N_LANGS;
	}
	return lang;
}

static void
put_block(OqBlockWriter *writer, gsize n_bytes, gboolean is_cut)
{
	OqWireHead head = writer->head;
	head.is_cut = (guint8)is_cut;
	head.lang = (guint8)checked_lang(head.lang, writer->text->str, n_bytes);
	if (writer->has_lines)
		head.kind = OQ_BLOCK_LINES;
	if (head.kind == OQ_BLOCK_HEADING && !writer->has_letters && !writer->has_digits) {
		head.kind = OQ_BLOCK_PARAGRAPH;
		head.level = 0;
	}
	put(writer, head, writer->text->str, n_bytes);
	g_string_erase(writer->text, 0, (gssize)n_bytes);
	if (writer->n_blocks == N_AT_ONCE)
		return;
	writer->n_blocks++;
	oq_block_writer_flush(writer);
}

/* Behind the last mark that ends a sentence, else behind the last space, else between characters;
 * what is behind begins without space. */
static gsize
cut_at(const char *text, gsize end, gboolean *in_sentence)
{
	gsize first = end - LOOK_BACK_BYTES, space = 0;
	*in_sentence = TRUE;
	for (gsize i = end; i > first; i--) {
		if (text[i] != ' ' && text[i] != '\n')
			continue;
		space = space == 0 ? i : space;
		if (strchr(".!?", text[i - 1]) != NULL) {
			*in_sentence = FALSE;
			return i;
		}
	}
	gsize i = end;
	for (; space == 0 && ((guchar)text[i] & 0xC0) == 0x80;)
		i--;
	return space > 0 ? space : i;
}

static void
cut_long(OqBlockWriter *writer)
{
	while (writer->text->len > OQ_WIRE_MAX_BLOCK_BYTES) {
		gboolean in_sentence;
		gsize end = cut_at(writer->text->str, OQ_WIRE_MAX_BLOCK_BYTES, &in_sentence);
		put_block(writer, end, in_sentence);
		g_string_erase(writer->text, 0, (gssize)strspn(writer->text->str, " \n"));
	}
}

/* The space before what comes now. */
static void
put_space(OqBlockWriter *writer)
{
	gboolean may_break =
		writer->head.kind == OQ_BLOCK_PARAGRAPH || writer->head.kind == OQ_BLOCK_QUOTE;
	if (writer->text->len > 0 && writer->has_space)
		g_string_append_c(writer->text, writer->has_break && may_break ? '\n' : ' ');
	writer->has_lines |= writer->text->len > 0 && writer->has_break && may_break;
	writer->has_space = writer->has_break = FALSE;
}

/* The block is in the language of its letters, if they are all in one. */
static void
see_letter(OqBlockWriter *writer)
{
	if (!writer->has_letters)
		writer->head.lang = (guint8)writer->lang;
	else if (writer->head.lang != (guint8)writer->lang)
		writer->head.lang = OQ_N_LANGS;
	writer->has_letters = TRUE;
}

static void
put_character(OqBlockWriter *writer, const char *p, const char *next)
{
	gunichar c = g_utf8_get_char(p);
	if (g_unichar_isspace(c) && c != NO_BREAK_SPACE && c != 0x202F && c != 0x2007) {
		writer->has_space = TRUE;
		return;
	}
	if (c == NO_BREAK_SPACE && writer->text->len == 0)
		return;
	put_space(writer);
	writer->is_seen |= g_unichar_isgraph(c);
	writer->has_digits |= g_unichar_isdigit(c);
	if (g_unichar_isalpha(c))
		see_letter(writer);
	g_string_append_len(writer->text, p, next - p);
}

/* As much as the block has room for. */
static gsize
put_run(OqBlockWriter *writer, const char *text, const char *end)
{
	gsize room = 2 * OQ_WIRE_MAX_BLOCK_BYTES, n_used = writer->text->len + 1;
	OqRun run = oq_run_of(text, MIN((gsize)(end - text), room - MIN(n_used, room)));
	if (run.n_bytes == 0)
		return 0;
	put_space(writer);
	writer->is_seen = TRUE;
	writer->has_digits |= run.has_digits;
	if (run.has_letters)
		see_letter(writer);
	g_string_append_len(writer->text, text, (gssize)run.n_bytes);
	return run.n_bytes;
}

void
oq_block_writer_text(OqBlockWriter *writer, const char *text, gssize n_bytes)
{
	const char *end = text + (n_bytes < 0 ? (gssize)strlen(text) : n_bytes);
	static const char replacement[] = "\357\277\275";
	if (!writer->is_open)
		oq_block_writer_begin(writer, OQ_BLOCK_PARAGRAPH, 0, NULL);
	for (const char *p = text, *next; p < end && !writer->is_closed; p = next) {
		writer->has_space |= *p == ' ';
		next = *p == ' ' ? p + 1 : p + put_run(writer, p, end);
		if (next > p)
			continue;
		gunichar c = g_utf8_get_char_validated(p, end - p);
		gboolean is_valid = c != 0 && c != (gunichar)-1 && c != (gunichar)-2;
		next = is_valid ? g_utf8_next_char(p) : p + 1;
		if (is_valid)
			put_character(writer, p, next);
		else
			put_character(writer, replacement, replacement + 3);
		if (writer->text->len > 2 * OQ_WIRE_MAX_BLOCK_BYTES)
			cut_long(writer);
	}
}

void
oq_block_writer_raise(OqBlockWriter *writer, const char *text)
{
	if (writer->has_space || !oq_powers_append(writer->text, text))
		oq_block_writer_text(writer, text, -1);
}

void
oq_block_writer_break(OqBlockWriter *writer)
{
	writer->has_space = writer->has_break = TRUE;
}

/* Of long texts, too, in no time. */
static guint64
hash_of(const GString *text)
{
	guint64 hash = text->len, word;
	for (gsize i = 0; i < text->len; i += sizeof word) {
		word = 0;
		memcpy(&word, text->str + i, MIN(sizeof word, text->len - i));
		hash = (hash ^ word) * G_GUINT64_CONSTANT(0x9E3779B97F4A7C15);
		hash ^= hash >> 32;
	}
	return hash;
}

/* What stands above or below an image often repeats its description. */
static gboolean
is_repeated(OqBlockWriter *writer)
{
	guint64 hash = hash_of(writer->text);
	gboolean is_same = (writer->is_image || writer->was_image) && writer->last_hash == hash;
	writer->last_hash = hash;
	writer->was_image = writer->is_image && !is_same;
	return is_same;
}

void
oq_block_writer_end(OqBlockWriter *writer)
{
	if (!writer->is_open)
		return;
	take_bullets(writer);
	cut_long(writer);
	if (writer->is_seen && writer->text->len > 0 && !is_repeated(writer))
		put_block(writer, writer->text->len, FALSE);
	g_string_truncate(writer->text, 0);
	writer->is_open = writer->is_seen = writer->is_image = FALSE;
	writer->has_letters = writer->has_digits = FALSE;
	writer->has_lines = writer->has_space = writer->has_break = FALSE;
}

void
oq_block_writer_put_title(OqBlockWriter *writer)
{
	if (writer->is_open || writer->n_blocks > 0 || writer->title == NULL)
		return;
	oq_block_writer_begin(writer, OQ_BLOCK_HEADING, 1, NULL);
	oq_block_writer_text(writer, writer->title, -1);
	oq_block_writer_end(writer);
}

void
oq_block_writer_image(OqBlockWriter *writer, const char *text)
{
	oq_block_writer_begin(writer, OQ_BLOCK_PARAGRAPH, 0, NULL);
	writer->is_image = TRUE;
	oq_block_writer_text(writer, text, -1);
	oq_block_writer_end(writer);
}

void
oq_block_writer_share(OqBlockWriter *writer, guint64 done, guint64 all)
{
	guint32 share =
		all > 0 ? (guint32)((gdouble)MIN(done, all) / (gdouble)all * OQ_WIRE_WHOLE) : 0;
	put(writer, (OqWireHead){.type = OQ_WIRE_SHARE}, &share, sizeof share);
	oq_block_writer_flush(writer);
}

void
oq_block_writer_finish(OqBlockWriter *writer, const GError *failure)
{
	OqWireHead head = {.type = OQ_WIRE_END};
	const char *text = failure != NULL ? failure->message : "";
	oq_block_writer_end(writer);
	if (failure != NULL) {
		head.type = OQ_WIRE_FAULT;
		head.level = (guint8)failure->code;
	}
	put(writer, head, text, MIN(strlen(text), OQ_WIRE_MAX_BLOCK_BYTES));
	oq_block_writer_flush(writer);
}
