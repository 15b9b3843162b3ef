/* raw_markup.h - XML and HTML before their parser sees it: what would end the parsing of XML is put
 * right, so that what stands behind it is read; what nobody reads and may be as long as the file,
 * as comments, entities and pictures in attributes, goes; and an element keeps no more attributes
 * than are quickly compared with each other. */
#pragma once

#include <glib.h>

typedef struct _OqRawMarkup OqRawMarkup;

/** oq_raw_markup_new: @is_xml: else HTML, where nothing has to be put right. */
OqRawMarkup *oq_raw_markup_new(gboolean is_xml);
void oq_raw_markup_free(OqRawMarkup *markup);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqRawMarkup, oq_raw_markup_free)

/** oq_raw_markup_add: @out: receives the bytes, which are UTF-8 or something else that holds ASCII,
 * but for the last ones as long as they may mean different things; @is_last: these, too. */
void oq_raw_markup_add(
	OqRawMarkup *markup, const char *bytes, gsize n_bytes, gboolean is_last, GString *out);

/** oq_raw_markup_fault_line: of the first thing that was put right; 0: nothing was. */
guint oq_raw_markup_fault_line(const OqRawMarkup *markup);
