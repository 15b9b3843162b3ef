/* pdf_line.c - see the header. */
#include "open/loaders/pdf/pdf_line.h"

#include <string.h>

gsize
oq_pdf_line_kept(const char *text, const char *next, gboolean *is_parted)
{
	static const char soft[] = "\302\255";
	gsize n = strlen(text);
	*is_parted = TRUE;
	if (g_str_has_suffix(text, soft))
		return n - (sizeof soft - 1);
	*is_parted = n > 1 && text[n - 1] == '-' && text[n - 2] != ' ' && next != NULL &&
		     g_unichar_islower(g_utf8_get_char(next));
	return n - *is_parted;
}
