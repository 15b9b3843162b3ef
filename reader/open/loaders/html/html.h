/* html.h - loader of HTML and of saved pages: the article of a page (article.h). */
#pragma once

#include "open/loader.h"

extern const OqLoader oq_loader_html;

/** oq_html_load: @text: UTF-8. Of a page within another file, too. */
gboolean oq_html_load(
	const OqOpenJob *job, const char *text, gsize n_bytes, OqBlockWriter *out, GError **error);
