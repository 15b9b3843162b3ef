/* markdown_parts.h - a text in Markdown, a part at a time: the tree of one takes a hundred times
 * its bytes. A text of usual size is one part. A part ends before a paragraph or a heading that
 * stands in no list, quotation or code, where there is such a place; what links refer to goes with
 * each. */
#pragma once

#include <glib.h>

/** Of a part, without what links refer to. */
#define OQ_MARKDOWN_PART_BYTES (1U << 18)

typedef struct _OqMarkdownParts OqMarkdownParts;

/** oq_markdown_parts_new: @text has to outlive it. */
OqMarkdownParts *oq_markdown_parts_new(const char *text);
void oq_markdown_parts_free(OqMarkdownParts *parts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqMarkdownParts, oq_markdown_parts_free)

/** oq_markdown_parts_next: (nullable): good until the next call; NULL: that was the last one. */
const char *oq_markdown_parts_next(OqMarkdownParts *parts);
