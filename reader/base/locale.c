/* locale.c - see the header. */
#include "base/locale.h"

#include "base/paths.h"

#include <libintl.h>
#include <locale.h>

void
oq_locale_choose(void)
{
	g_autofree char *catalogues = oq_paths_locale();

	setlocale(LC_ALL, "");
	bindtextdomain("oqyrman", catalogues);
	bind_textdomain_codeset("oqyrman", "UTF-8");
	textdomain("oqyrman");
}
