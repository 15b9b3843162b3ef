/* paste.c - see the header. */
#include "home/keys/paste.h"

#include <string.h>

#define END    "\033[201~"
#define ESC    '\033'
#define CTRL_C '\003'

void
oq_paste_init(OqPaste *paste)
{
	paste->text = g_string_sized_new(OQ_PASTE_MAX_BYTES);
	paste->n_matched = 0;
}

void
oq_paste_clear(OqPaste *paste)
{
	g_string_free(paste->text, TRUE);
	paste->text = NULL;
}

void
oq_paste_begin(OqPaste *paste)
{
	g_string_truncate(paste->text, 0);
	paste->n_matched = 0;
}

static void
add(OqPaste *paste, const char *bytes, gsize n_bytes)
{
	gsize room = OQ_PASTE_MAX_BYTES - paste->text->len;
	g_string_append_len(paste->text, bytes, (gssize)MIN(n_bytes, room));
}

gboolean
oq_paste_take(OqPaste *paste, char byte)
{
	if (byte == END[paste->n_matched])
		return ++paste->n_matched == strlen(END);
	add(paste, END, paste->n_matched);
	paste->n_matched = byte == ESC ? 1 : 0;
	if (byte == CTRL_C)
		return TRUE;
	if (byte != ESC)
		add(paste, &byte, 1);
	return FALSE;
}

gboolean
oq_paste_is_waiting(const OqPaste *paste)
{
	return paste->n_matched == 1;
}

/* The last one may have found no room. */
static void
drop_cut_character(GString *text)
{
	const char *last = g_utf8_find_prev_char(text->str, text->str + text->len);
	if (last == NULL)
		return;
	gsize n = (gsize)(text->str + text->len - last);
	if (g_utf8_get_char_validated(last, (gssize)n) == (gunichar)-2)
		g_string_truncate(text, text->len - n);
}

const char *
oq_paste_finish(OqPaste *paste)
{
	if (paste->text->len == OQ_PASTE_MAX_BYTES)
		drop_cut_character(paste->text);
	g_autofree char *valid = g_utf8_make_valid(paste->text->str, (gssize)paste->text->len);
	g_string_assign(paste->text, valid);
	return paste->text->str;
}
