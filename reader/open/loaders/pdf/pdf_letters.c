/* pdf_letters.c - see the header. */
#include "open/loaders/pdf/pdf_letters.h"

#include "document/encodings/mojibake_judge.h"

#include <string.h>

enum {
	FEW_BYTES = 400, /* of a page: too few to be judged by themselves */
	BULLET = 0x2022,
	CAPITAL_Q = 0x8D, /* of KZ-1048, as a control character … */
	SMALL_Q = 0x9D,   /* … for which PDF's Western encoding has a bullet */
};

/* Kazakh letters have the places of signs, too, but not of quotation marks. */
static gboolean
is_western(gunichar c)
{
	return c > 0xA0 && c <= 0xFF && c != 0xAB && c != 0xBB;
}

/* A bullet within a word was a letter; the first one of a sentence was a capital. */
static gunichar
letter_of(gunichar c, gunichar before, gunichar behind, gboolean is_first)
{
	if (c != BULLET || (!is_western(before) && !is_western(behind)))
		return c;
	return !is_western(before) && (is_first || g_unichar_isupper(behind)) ? CAPITAL_Q : SMALL_Q;
}

static void
append_plain(GString *out, const char *text)
{
	gunichar before = 0;
	gboolean is_first = TRUE;
	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p), behind = g_utf8_get_char(g_utf8_next_char(p));
		c = letter_of(c, before, behind, is_first);
		g_string_append_unichar(out, c);
		is_first =
			c < 0x80 ? strchr(".!?", (gint)c) != NULL || (is_first && c == ' ') : FALSE;
		before = c == SMALL_Q || c == CAPITAL_Q ? 0xC0 : c;
	}
}

void
oq_pdf_letters_judge(OqPdfPage *page)
{
	g_autoptr(GString) text = g_string_new(NULL);
	for (guint i = 0; i < page->lines->len; i++) {
		append_plain(text, g_array_index(page->lines, OqPdfLine, i).text);
		g_string_append_c(text, '\n');
	}
	page->n_bytes = text->len;
	page->mojibake = oq_mojibake_judge(text->str, text->len);
}

char *
oq_pdf_letters_repaired(OqMojibake kind, const char *text)
{
	g_autoptr(GString) plain = g_string_new(NULL);
	GString *repaired = g_string_new(NULL);
	append_plain(plain, text);
	oq_mojibake_repair(kind, plain->str, plain->len, TRUE, repaired);
	return g_string_free(repaired, FALSE);
}

static OqMojibake
kind_of(const OqPdfPage *page, const GPtrArray *neighbours)
{
	OqMojibake kind = page->mojibake;
	for (guint i = 0; i < neighbours->len && page->n_bytes < FEW_BYTES; i++)
		if (kind == OQ_MOJIBAKE_NONE)
			kind = ((const OqPdfPage *)g_ptr_array_index(neighbours, i))->mojibake;
	return kind;
}

void
oq_pdf_letters_repair(OqPdfPage *page, const GPtrArray *neighbours)
{
	OqMojibake kind = kind_of(page, neighbours);
	for (guint i = 0; i < page->lines->len && kind != OQ_MOJIBAKE_NONE; i++) {
		OqPdfLine *line = &g_array_index(page->lines, OqPdfLine, i);
		char *repaired = oq_pdf_letters_repaired(kind, line->text);
		g_free(line->text);
		line->text = repaired;
	}
}
