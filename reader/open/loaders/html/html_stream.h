/* html_stream.h - a page of HTML of any size, as it comes: a book in one file. Nothing is left out
 * but what oq_hypertext leaves out, and memory holds an element and a piece of the text. */
#pragma once

#include "open/loader.h"

/** oq_html_stream_load: @declared: (nullable): the encoding that it declares. */
gboolean oq_html_stream_load(
	const OqOpenJob *job, const char *declared, OqBlockWriter *out, GError **error);
