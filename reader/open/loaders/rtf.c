/* rtf.c - see the header. */
#include "open/loaders/rtf.h"

#include "document/encodings/encoding.h"
#include "document/sniff.h"
#include "open/limits.h"
#include "open/loaders/rtf_encodings.h"
#include "open/loaders/rtf_paragraph.h"
#include "open/loaders/rtf_words.h"

#include <string.h>

enum {
	SHARE_BYTES = 65536,
	POUR_BYTES = 16384,       /* so many bytes of text without a mark do not wait for one */
	MAX_TOLD_BYTES = 1 << 20, /* of a title, a note */
};

/** What goes with a group, and comes back behind it. */
typedef struct {
	gboolean is_skipped; /* nothing in it is text */
	gboolean is_hidden;
	gboolean is_raised;
	gboolean in_fonts; /* the table of fonts */
	gboolean in_styles;
	gboolean in_note;
	gboolean in_label; /* what stands before an item of a list */
	OqWireType tells;  /* a title or an author; OQ_WIRE_BLOCK: neither */
	guint n_replacing; /* bytes that stand for a character of \u */
	gint font;
} Group;

typedef struct {
	OqRtfWords words;
	OqRtfParagraph paragraph;
	GArray *groups;     /* of Group */
	guint n_to_skip;    /* bytes that stand for the last \u */
	GString *bytes;     /* of text, not decoded yet */
	gboolean is_poured; /* … and a part of them was */
	gint charset;       /* of them: a code page */
	gint code_page;     /* of the file */
	GHashTable *fonts;  /* code pages by the number of the font */
	GHashTable *styles; /* levels of headings by the number of the style */
	OqRtfEncodings *encodings;
	gint style;         /* that is being defined */
	GString *told;      /* a title, an author, the name of a style, a note */
	GString *label;     /* what stands before an item */
	gunichar surrogate; /* 0: none waits for its other half */
	guint n_notes;
	guint64 shared;
} Rtf;

static OqFit
fit(const OqSample *sample)
{
	return oq_sniff_is_rtf(sample->head, sample->n_head) ? OQ_FIT_SURE : OQ_FIT_NONE;
}

static Group *
group(const Rtf *rtf)
{
	return &g_array_index(rtf->groups, Group, rtf->groups->len - 1);
}

static void
put_text(Rtf *rtf, const char *text, gssize n_bytes)
{
	const Group *here = group(rtf);
	gsize n = n_bytes < 0 ? strlen(text) : (gsize)n_bytes;
	if (here->is_hidden || here->in_fonts || here->is_skipped)
		return;
	gboolean is_told = here->in_styles || here->tells != OQ_WIRE_BLOCK || here->in_note;
	GString *aside = here->in_label ? rtf->label : is_told ? rtf->told : NULL;
	if (aside == NULL)
		oq_rtf_paragraph_put(&rtf->paragraph, text, n, here->is_raised);
	else if (aside->len + n <= MAX_TOLD_BYTES)
		g_string_append_len(aside, text, (gssize)n);
}

/* What is not whole yet waits in its encoding, unless it is @finished. */
static void
pour(Rtf *rtf, gboolean finished)
{
	g_autoptr(GString) text = g_string_new(NULL);
	OqEncoding *encoding = oq_rtf_encodings_find(rtf->encodings, rtf->charset);
	if (encoding != NULL) {
		oq_encoding_decode(encoding, rtf->bytes->str, rtf->bytes->len, text);
		if (finished)
			oq_encoding_finish(encoding, text);
		put_text(rtf, text->str, (gssize)text->len);
	}
	rtf->is_poured = !finished;
	g_string_truncate(rtf->bytes, 0);
}

static void
flush(Rtf *rtf)
{
	if (rtf->bytes->len > 0 || rtf->is_poured)
		pour(rtf, TRUE);
}

static gint
code_page_here(const Rtf *rtf)
{
	gpointer page = g_hash_table_lookup(rtf->fonts, GINT_TO_POINTER(group(rtf)->font));
	return page != NULL ? GPOINTER_TO_INT(page) : rtf->code_page;
}

static void
put_byte(Rtf *rtf, guint8 byte)
{
	if (rtf->n_to_skip > 0) {
		rtf->n_to_skip--;
		return;
	}
	gint charset = code_page_here(rtf);
	if (charset != rtf->charset)
		flush(rtf);
	rtf->charset = charset;
	g_string_append_c(rtf->bytes, (char)byte);
	if (rtf->bytes->len >= POUR_BYTES)
		pour(rtf, FALSE);
}

/* A number beyond 32767 is written as a negative one; what is beyond U+FFFF, as two halves. */
static void
put_character(Rtf *rtf, gint number)
{
	char utf8[7] = "";
	gunichar c = (gunichar)(number < 0 ? number + 65536 : number);
	flush(rtf);
	if (c >= 0xD800 && c < 0xDC00) {
		rtf->surrogate = c;
	} else {
		if (c >= 0xDC00 && c < 0xE000 && rtf->surrogate != 0)
			c = 0x10000 + ((rtf->surrogate - 0xD800) << 10) + (c - 0xDC00);
		rtf->surrogate = 0;
		if (!g_unichar_validate(c) || c == 0)
			c = 0xFFFD;
		put_text(rtf, utf8, g_unichar_to_utf8(c, utf8));
	}
	rtf->n_to_skip = group(rtf)->n_replacing;
}

static void
end_paragraph(Rtf *rtf)
{
	flush(rtf);
	if (group(rtf)->in_note || group(rtf)->is_skipped)
		return;
	oq_rtf_paragraph_end(&rtf->paragraph);
	if (rtf->words.offset < rtf->shared + SHARE_BYTES)
		return;
	rtf->shared = rtf->words.offset;
	oq_block_writer_share(rtf->paragraph.out, rtf->shared, rtf->words.job->n_bytes);
}

static void
end_group(Rtf *rtf)
{
	flush(rtf);
	rtf->n_to_skip = 0;
	Group ended = *group(rtf);
	if (rtf->groups->len == 1)
		return;
	g_array_set_size(rtf->groups, rtf->groups->len - 1);
	const Group *here = group(rtf);
	if (ended.in_label && !here->in_label) {
		if (!here->in_note && !here->is_skipped)
			oq_rtf_paragraph_set_label(&rtf->paragraph, rtf->label->str);
		g_string_truncate(rtf->label, 0);
	} else if (ended.tells != OQ_WIRE_BLOCK && here->tells == OQ_WIRE_BLOCK) {
		/* what stands for old programs is nothing but question marks */
		if (rtf->told->str[strspn(rtf->told->str, "? ")] != '\0')
			oq_block_writer_tell(rtf->paragraph.out, ended.tells, rtf->told->str);
		g_string_truncate(rtf->told, 0);
	} else if (ended.in_note && !here->in_note) {
		char name[16];
		g_snprintf(name, sizeof name, "%u", ++rtf->n_notes);
		oq_note_book_add(rtf->paragraph.notes, name, rtf->told->str);
		oq_note_book_refer(rtf->paragraph.notes, name);
		g_string_truncate(rtf->told, 0);
	} else if (ended.in_styles) {
		g_autofree char *small = g_utf8_strdown(rtf->told->str, -1);
		if (g_str_has_prefix(small, "heading ") && g_ascii_isdigit(small[8]))
			g_hash_table_insert(rtf->styles, GINT_TO_POINTER(rtf->style),
				GINT_TO_POINTER(small[8] - '0'));
		g_string_truncate(rtf->told, 0);
		rtf->style = 0;
	}
}

static gboolean
take_destination(Rtf *rtf, const OqRtfToken *token)
{
	Group *here = group(rtf);
	const char *word = token->word;
	if (strcmp(word, "fonttbl") == 0)
		here->in_fonts = TRUE;
	else if (strcmp(word, "stylesheet") == 0)
		here->in_styles = TRUE;
	else if (strcmp(word, "footnote") == 0)
		here->in_note = TRUE;
	else if (strcmp(word, "listtext") == 0 || strcmp(word, "pntext") == 0)
		here->in_label = TRUE;
	else if (strcmp(word, "title") == 0)
		here->tells = OQ_WIRE_TITLE;
	else if (strcmp(word, "author") == 0)
		here->tells = OQ_WIRE_AUTHOR;
	else if (strcmp(word, "*") != 0 && !oq_rtf_words_is_skipped(word))
		return FALSE;
	else
		here->is_skipped = TRUE;
	if (strcmp(word, "footnote") == 0 || here->tells != OQ_WIRE_BLOCK)
		here->is_skipped = FALSE;
	return TRUE;
}

/* A style, a note, a header and the label of an item have such words of themselves. */
static gboolean
take_paragraph_property(Rtf *rtf, const OqRtfToken *token)
{
	OqRtfParagraph *paragraph = &rtf->paragraph;
	const char *word = token->word;
	const Group *here = group(rtf);
	if (strcmp(word, "s") == 0 && here->in_styles)
		rtf->style = token->number;
	else if (here->in_styles || here->in_label || here->in_note || here->is_skipped)
		return FALSE;
	else if (strcmp(word, "pard") == 0)
		oq_rtf_paragraph_reset(paragraph);
	else if (strcmp(word, "intbl") == 0)
		paragraph->in_table = TRUE;
	else if (strcmp(word, "trhdr") == 0 ||
		 (strcmp(word, "tbllkhdrrows") == 0 && paragraph->rows == NULL))
		paragraph->is_head = TRUE;
	else if (strcmp(word, "outlinelevel") == 0 && token->number < 9)
		paragraph->level = (guint)MAX(token->number, 0) + 1;
	else if (strcmp(word, "s") == 0)
		paragraph->level = GPOINTER_TO_UINT(
			g_hash_table_lookup(rtf->styles, GINT_TO_POINTER(token->number)));
	else if (strcmp(word, "ls") == 0)
		paragraph->item = MAX(paragraph->item, token->number > 0);
	else if (strcmp(word, "ilvl") == 0)
		paragraph->item = (guint)CLAMP(token->number, 0, 15) + 1;
	else
		return FALSE;
	return TRUE;
}

static gboolean
take_character_property(Rtf *rtf, const OqRtfToken *token)
{
	Group *here = group(rtf);
	const char *word = token->word;
	if (strcmp(word, "v") == 0)
		here->is_hidden = !token->has_number || token->number != 0;
	else if (strcmp(word, "super") == 0)
		here->is_raised = !token->has_number || token->number != 0;
	else if (strcmp(word, "nosupersub") == 0 || strcmp(word, "plain") == 0)
		here->is_raised = FALSE;
	else if (strcmp(word, "f") == 0)
		here->font = token->number;
	else if (strcmp(word, "fcharset") == 0 && here->in_fonts)
		g_hash_table_insert(rtf->fonts, GINT_TO_POINTER(here->font),
			GINT_TO_POINTER(oq_rtf_words_code_page(token->number)));
	else if (strcmp(word, "ansicpg") == 0)
		rtf->code_page = token->number;
	else if (strcmp(word, "uc") == 0)
		here->n_replacing = (guint)CLAMP(token->number, 0, 16);
	else
		return FALSE;
	return TRUE;
}

/* What comes before it was flushed. */
static void
take_text_word(Rtf *rtf, const OqRtfToken *token)
{
	const char *word = token->word;
	if (strcmp(word, "par") == 0 || strcmp(word, "sect") == 0 || strcmp(word, "page") == 0) {
		end_paragraph(rtf);
	} else if (strcmp(word, "line") == 0) {
		oq_rtf_paragraph_break_line(&rtf->paragraph);
	} else if (strcmp(word, "cell") == 0) {
		oq_rtf_paragraph_end_cell(&rtf->paragraph);
	} else if (strcmp(word, "row") == 0) {
		oq_rtf_paragraph_end_row(&rtf->paragraph);
	}
	const char *text = oq_rtf_words_character(word);
	if (text != NULL)
		put_text(rtf, text, -1);
}

static void
take_word(Rtf *rtf, const OqRtfToken *token)
{
	if (strcmp(token->word, "u") == 0) {
		put_character(rtf, token->number);
		return;
	}
	if (strcmp(token->word, "bin") == 0) {
		oq_rtf_words_skip_bytes(&rtf->words, (guint64)MAX(token->number, 0));
		return;
	}
	flush(rtf);
	rtf->n_to_skip = 0;
	if (!take_destination(rtf, token) && !take_paragraph_property(rtf, token) &&
		!take_character_property(rtf, token))
		take_text_word(rtf, token);
}

static gboolean
open_group(Rtf *rtf, GError **error)
{
	flush(rtf);
	rtf->n_to_skip = 0;
	if (rtf->groups->len > OQ_LIMIT_DEPTH) {
		g_set_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_LIMIT,
			"groups within each other: %d", OQ_LIMIT_DEPTH);
		return FALSE;
	}
	Group copy = *group(rtf);
	g_array_append_val(rtf->groups, copy);
	return TRUE;
}

static gboolean
read_all(Rtf *rtf, GError **error)
{
	g_autoptr(GError) failure = NULL;
	for (OqRtfToken token;
		(token = oq_rtf_words_next(&rtf->words, &failure)).kind != OQ_RTF_OVER;) {
		if (token.kind == OQ_RTF_BYTE)
			put_byte(rtf, token.byte);
		else if (token.kind == OQ_RTF_WORD)
			take_word(rtf, &token);
		else if (token.kind == OQ_RTF_CLOSE)
			end_group(rtf);
		else if (!open_group(rtf, &failure))
			break;
		if (oq_block_writer_is_closed(rtf->paragraph.out))
			break;
	}
	flush(rtf);
	if (failure == NULL && rtf->groups->len > 1 &&
		!oq_block_writer_is_closed(rtf->paragraph.out))
		g_set_error_literal(&failure, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED, "RTF: cut off");
	if (failure == NULL)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&failure));
	return FALSE;
}

static gboolean
load(const OqOpenJob *job, OqBlockWriter *out, GError **error)
{
	const Group outermost = {.tells = OQ_WIRE_BLOCK, .n_replacing = 1};
	g_autoptr(OqNoteBook) notes = oq_note_book_new(job->notes);
	g_autoptr(GArray) groups = g_array_new(FALSE, FALSE, sizeof(Group));
	g_autoptr(GString) bytes = g_string_new(NULL);
	g_autoptr(GString) told = g_string_new(NULL);
	g_autoptr(GString) label = g_string_new(NULL);
	g_autoptr(GHashTable) fonts = g_hash_table_new(NULL, NULL);
	g_autoptr(GHashTable) styles = g_hash_table_new(NULL, NULL);
	g_autoptr(OqRtfEncodings) encodings = oq_rtf_encodings_new();
	Rtf rtf = {.words = {.job = job},
		.paragraph = {.out = out, .notes = notes},
		.groups = groups,
		.bytes = bytes,
		.told = told,
		.label = label,
		.fonts = fonts,
		.styles = styles,
		.encodings = encodings,
		.code_page = OQ_RTF_RUSSIAN};
	g_array_append_val(groups, outermost);
	gboolean is_read = read_all(&rtf, error);
	oq_rtf_paragraph_finish(&rtf.paragraph);
	return is_read;
}

const OqLoader oq_loader_rtf = {.name = "rtf", .fit = fit, .load = load};
