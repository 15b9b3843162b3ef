/* docx_styles.h - what the styles of a DOCX say of a paragraph. */
#pragma once

#include "open/markup/xml_pull.h"

typedef struct _OqDocxStyles OqDocxStyles;

typedef enum {
	OQ_DOCX_STYLE_PLAIN,
	OQ_DOCX_STYLE_HEADING,
	OQ_DOCX_STYLE_TITLE, /* a heading above all */
	OQ_DOCX_STYLE_QUOTE,
	OQ_DOCX_STYLE_ITEM,
	OQ_DOCX_STYLE_CONTENTS, /* of a table of contents: it is not read */
} OqDocxStyle;

/** oq_docx_styles_read: @member: (transfer full) (nullable): without it there are no styles. */
OqDocxStyles *oq_docx_styles_read(OqMember *member);
void oq_docx_styles_free(OqDocxStyles *styles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqDocxStyles, oq_docx_styles_free)

/** oq_docx_styles_find: @id (nullable); @level: (out): of a heading, from 1. */
OqDocxStyle oq_docx_styles_find(const OqDocxStyles *styles, const char *id, guint *level);

/** oq_docx_styles_list: the list that a style puts its paragraphs into. @style: (inout): its id;
 * becomes that of the style which says so, of these strings; @level: (out): in it, from 1; 0: it
 * does not say. Returns: (nullable) (transfer none): the list's id. */
const char *oq_docx_styles_list(const OqDocxStyles *styles, const char **style, guint *level);
