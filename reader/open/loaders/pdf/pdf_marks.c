/* pdf_marks.c - see the header. */
#include "open/loaders/pdf/pdf_marks.h"

#include <string.h>

enum { MAX_NUMBER = 3 };

/* The last ones are what fonts of signs have at the places of letters. */
static const char *const bullets[] = {"•", "●", "▪", "◦", "‣", "■", "□", "○", "►", "➢", "➤", "✓",
	"❖", "\357\202\267", "\357\202\247", "\357\203\230", "\357\203\274", "\357\200\255",
	"\357\201\266", NULL};
static const char *const others[] = {"–", "—", "-", "−", "*", "o", "§", "Ø", "ü", NULL};

gsize
oq_pdf_marks_bullet(const char *text)
{
	for (guint i = 0; bullets[i] != NULL; i++)
		if (g_str_has_prefix(text, bullets[i]))
			return strlen(bullets[i]);
	return 0;
}

/* "1.", "12)", "(3)", "а)", "iv.", "1.2." */
static gboolean
is_number(const char *text)
{
	const char *p = *text == '(' ? text + 1 : text;
	guint n = 0, n_letters = 0;
	for (; *p != '\0' && *p != ')'; p = g_utf8_next_char(p), n++) {
		gunichar c = g_utf8_get_char(p);
		gboolean is_roman = c < 0x80 && strchr("ivx", (gint)c) != NULL;
		if (c == '.' && n > 0 && p[1] == '\0')
			break;
		if (c == '.' && n > 0)
			continue;
		n_letters += g_unichar_isalpha(c) && !is_roman;
		if (!g_ascii_isdigit(*p) && !g_unichar_isalpha(c))
			return FALSE;
	}
	return n > 0 && n <= MAX_NUMBER && n_letters <= 1 && (n_letters == 0 || n == 1) &&
	       *p != '\0' && p[1] == '\0';
}

gboolean
oq_pdf_marks_is_mark(const char *text)
{
	return g_strv_contains(bullets, text) || g_strv_contains(others, text) || is_number(text);
}

gsize
oq_pdf_marks_skip(const char *text)
{
	gsize n = oq_pdf_marks_bullet(text);
	for (guint i = 0; i < 4 && n == 0; i++)
		if (g_str_has_prefix(text, others[i]) && text[strlen(others[i])] == ' ')
			n = strlen(others[i]);
	while (n > 0 && text[n] == ' ')
		n++;
	return n;
}
