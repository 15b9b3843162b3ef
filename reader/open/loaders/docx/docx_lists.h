/* docx_lists.h - the numbers that a DOCX gives paragraphs: which lists there are, and where they
 * are. */
#pragma once

#include "open/loaders/docx/docx_styles.h"

typedef struct _OqDocxLists OqDocxLists;

/** oq_docx_lists_read: @member: (transfer full) (nullable): without it nothing is numbered. */
OqDocxLists *oq_docx_lists_read(OqMember *member);
void oq_docx_lists_free(OqDocxLists *lists);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqDocxLists, oq_docx_lists_free)

/**
 * oq_docx_lists_next: a paragraph of a list has come.
 * @id: (nullable): of the list
 * @level: from 1; 0: that which the list has for @style
 * @style: (nullable): of the paragraph, or that which its style has the list from
 *
 * Returns: (transfer full) (nullable): "2.1."; NULL: it has no number
 */
char *oq_docx_lists_next(OqDocxLists *lists, const char *id, guint level, const char *style);
