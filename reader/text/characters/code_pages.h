/* code_pages.h - the code pages of one byte in which Kazakh and Russian texts were written, and
 * the Western one as which they are misread. They are here, as iconv has to load a file for each.
 */
#pragma once

#include <glib.h>

typedef enum {
	OQ_CODE_PAGE_KZ_1048,
	OQ_CODE_PAGE_PT154,
	OQ_CODE_PAGE_WINDOWS_1251,
	OQ_CODE_PAGE_KOI8_R,
	OQ_CODE_PAGE_WINDOWS_1252,
	OQ_N_CODE_PAGES,
} OqCodePage;

/** oq_code_page_name: as the IANA has it. */
const char *oq_code_page_name(OqCodePage page);

/** oq_code_page_char: what a byte is; what the page leaves free is a control character, as
 * Windows takes it. */
gunichar oq_code_page_char(OqCodePage page, guchar byte);

/** oq_code_page_byte: the way back; -1: @c is not in the page. */
gint oq_code_page_byte(OqCodePage page, gunichar c);
